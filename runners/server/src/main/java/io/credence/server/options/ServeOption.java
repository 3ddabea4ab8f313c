package io.credence.server.options;

import static io.credence.server.options.ValueRange.flag;
import static io.credence.server.options.ValueRange.path;
import static io.credence.server.options.ValueRange.paths;
import static io.credence.server.options.ValueRange.text;
import static io.credence.server.options.ValueRange.whole;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** The options, in the order of the help. A new one is a constant here. */
@SuppressWarnings("ImmutableEnumChecker") // A range is a record of texts and numbers.
public enum ServeOption {
  MODEL(
      "model",
      "The models that are served: folders with a model.yaml, or names in a registry, whose later"
          + " versions take their place. Each must verify, and each must have a name of its own, by"
          + " which /v1/models/NAME and /v2/models/NAME know it. The first one answers where a"
          + " request names none.",
      paths(
          "one local folder, s3://BUCKET/KEY or registry:URI/NAME@alias, or several with commas"
              + " between them"),
      "required",
      "--model=samples/flights,samples/category-slopes"),
  REGISTRY_POLL(
      "registryPoll",
      "How many seconds lie between two looks whether a registry names another version.",
      whole(1, 86_400),
      "30",
      "--registryPoll=5"),
  TRUSTED_KEYS(
      "trustedKeys",
      "Serve only versions of a registry that somebody has signed with one of these keys.",
      paths("a local file of PEM with public keys, or several with commas between them"),
      "none",
      "--trustedKeys=release.pub"),
  HOST(
      "host",
      "The address to listen at. 0.0.0.0 is every address of this machine: give --apiKeys or"
          + " --tlsClientCa then, since all who can reach it can ask.",
      text("a name or an address of this machine"),
      "127.0.0.1",
      "--host=0.0.0.0"),
  PORT(
      "port",
      "The port to listen at; 0 takes one that is free.",
      whole(0, 65_535),
      "8080",
      "--port=8000"),
  NUM_SAMPLES(
      "numSamples",
      "Posterior predictive samples per record, where a request asks for no number of its own."
          + " (/predict/v1.0.0 draws 100 then.)",
      whole(1, 10_000_000),
      "1000",
      "--numSamples=4000"),
  SEED(
      "seed",
      "The run seed. With the seed of a batch, the server answers what the batch wrote, to the"
          + " bit.",
      whole(Long.MIN_VALUE, Long.MAX_VALUE),
      "0",
      "--seed=42"),
  KEY_FIELD(
      "keyField",
      "The field that identifies a record, which its noise and its record_id are taken from."
          + " Without one, they come from the features.",
      text("the name of a field"),
      "none",
      "--keyField=flight_id"),
  MAX_BODY_BYTES(
      "maxBodyBytes",
      "How many bytes the body of a request may have. A longer one is answered with 413, and not"
          + " read any further.",
      whole(1_024, 1 << 30),
      "1048576",
      "--maxBodyBytes=8000000"),
  MAX_RECORDS(
      "maxRecords",
      "How many records a request may have. More are answered with 422.",
      whole(1, 1_000_000),
      "1000",
      "--maxRecords=5000"),
  MAX_SAMPLES(
      "maxSamples",
      "How many samples per record a request may ask for. More are answered with 422.",
      whole(1, 10_000_000),
      "10000",
      "--maxSamples=100000"),
  MAX_BINS(
      "maxBins",
      "How many bins of a histogram a request may ask for. More are answered with 422.",
      whole(1, 10_000),
      "10000",
      "--maxBins=100"),
  MAX_ANSWER_BYTES(
      "maxAnswerBytes",
      "How many bytes an answer may have: histograms and samples of many records are long. A"
          + " request that asks for more is answered with 422.",
      whole(4_096, 1 << 30),
      "16777216",
      "--maxAnswerBytes=100000000"),
  MAX_MEMORY_BYTES(
      "maxMemoryBytes",
      "How many bytes all requests at work may hold together, as they are weighed before: bodies,"
          + " samples that are drawn at a time, answers. One that finds no room is answered with"
          + " 503, one that would never find it with 413.",
      whole(1 << 20, 1L << 44),
      "half of Java's heap",
      "--maxMemoryBytes=200000000"),
  DEADLINE_MILLIS(
      "deadlineMillis",
      "How long the records of a request may be scored, in milliseconds from the arrival of its"
          + " last byte. A request that takes longer is answered with 503.",
      whole(1, 3_600_000),
      "2000",
      "--deadlineMillis=500"),
  MAX_REQUESTS(
      "maxRequests",
      "How many requests may be read, wait or be scored at a time. One more is answered with 429.",
      whole(1, 100_000),
      "64",
      "--maxRequests=16"),
  MAX_CONNECTIONS(
      "maxConnections",
      "How many connections may be open. Further ones wait until one is closed.",
      whole(1, 1_000_000),
      "4096",
      "--maxConnections=1000"),
  MAX_HEADER_BYTES(
      "maxHeaderBytes",
      "How many bytes the head of a request may have: its first line and its headers. A longer one"
          + " is answered with 431 or 414.",
      whole(1_024, 1 << 20),
      "8192",
      "--maxHeaderBytes=16384"),
  IDLE_SECONDS(
      "idleSeconds",
      "After how many seconds a connection is closed on which nothing moves, and how long the head"
          + " of a request may take after the answer before it.",
      whole(1, 3_600),
      "30",
      "--idleSeconds=60"),
  BODY_SECONDS(
      "bodySeconds",
      "How many seconds a client may take to send the body of a request. One that takes longer is"
          + " answered with 408.",
      whole(1, 3_600),
      "10",
      "--bodySeconds=30"),
  ANSWER_SECONDS(
      "answerSeconds",
      "How many seconds a client may take to read an answer. The connection of one that takes"
          + " longer is closed.",
      whole(1, 3_600),
      "30",
      "--answerSeconds=120"),
  DRAIN_SECONDS(
      "drainSeconds",
      "How many seconds the server goes on after the signal to stop (SIGTERM), with /health/ready"
          + " at 503: a balancer needs a moment to take notice.",
      whole(0, 3_600),
      "0",
      "--drainSeconds=5"),
  STOP_SECONDS(
      "stopSeconds",
      "How many seconds a stop waits at most for requests that were accepted, after --drainSeconds."
          + " It answers them all, and accepts no connection meanwhile.",
      whole(0, 3_600),
      "30",
      "--stopSeconds=5"),
  API_KEYS(
      "apiKeys",
      "Answer only who has a key. The file has a line for each: its SHA-256, and behind it a name,"
          + " as printf %s KEY | sha256sum prints them. The paths of /health need none.",
      path("a local file"),
      "none",
      "--apiKeys=keys.txt"),
  TLS_CERTIFICATE(
      "tlsCertificate",
      "Encrypt: the certificate of the server in PEM, and behind it those up to the root.",
      path("a local file; with --tlsKey"),
      "none",
      "--tlsCertificate=server.pem"),
  TLS_KEY(
      "tlsKey",
      "The private key of --tlsCertificate in PEM (PKCS#8), not encrypted.",
      path("a local file; with --tlsCertificate"),
      "none",
      "--tlsKey=server.key"),
  TLS_KEY_STORE(
      "tlsKeyStore",
      "Encrypt: certificate and key in one file, in the place of the two in PEM.",
      path("a local file in PKCS#12; with --tlsPasswordFile"),
      "none",
      "--tlsKeyStore=server.p12"),
  TLS_PASSWORD_FILE(
      "tlsPasswordFile",
      "A file whose first line is the password of --tlsKeyStore.",
      path("a local file; with --tlsKeyStore"),
      "none",
      "--tlsPasswordFile=password.txt"),
  TLS_CLIENT_CA(
      "tlsClientCa",
      "Answer only clients with a certificate that one of these has signed (mutual TLS).",
      path("a local file of certificates in PEM; with --tlsCertificate or --tlsKeyStore"),
      "none",
      "--tlsClientCa=clients.pem"),
  ACCESS_LOG(
      "accessLog",
      "Write a line of JSON for each request: time, client, method, path, status, duration. It"
          + " holds no values of features.",
      path("a local file, to which is appended, or - for standard output"),
      "none",
      "--accessLog=-"),
  LOG_BODIES(
      "logBodies",
      "Write the bodies of requests into the access log, with all the values that they hold.",
      flag(),
      "false",
      "--logBodies=true"),
  FEEDBACK(
      "feedback",
      "Take labels that come later at POST /feedback, and append them to a file of JSON Lines a"
          + " day, or to a topic of Kafka with their record ids as keys.",
      path("a local folder, or kafka://HOST:PORT[,HOST:PORT]/TOPIC"),
      "none",
      "--feedback=labels"),
  KAFKA_PROPERTIES(
      "kafkaProperties",
      "A file of properties for Kafka's clients, such as security.protocol and sasl.jaas.config."
          + " What it holds is never printed.",
      path("a local file of Java properties; with --feedback=kafka://…"),
      "none",
      "--kafkaProperties=client.properties"),
  S3_ENDPOINT(
      "s3Endpoint",
      "Where a store answers that speaks Amazon's S3, such as MinIO or Ceph, for models of s3://."
          + " Without one it is Amazon itself.",
      text("http:// or https://, a host and a port"),
      "none",
      "--s3Endpoint=https://minio.example.com:9000"),
  S3_REGION(
      "s3Region",
      "The region of the buckets. Without one it is that of AWS_REGION, of the profile or of the"
          + " machine, and us-east-1 with an endpoint.",
      text("a region of Amazon's, or what the store calls one"),
      "none",
      "--s3Region=eu-central-1"),
  S3_PATH_STYLE(
      "s3PathStyle",
      "Name buckets in the path of a request and not in the name of the host. Without it, true with"
          + " an endpoint and false without.",
      flag(),
      "none",
      "--s3PathStyle=false");

  private final String option;
  private final String description;
  private final ValueRange range;
  private final String byDefault;
  private final String example;

  ServeOption(
      String option, String description, ValueRange range, String byDefault, String example) {
    this.option = option;
    this.description = description;
    this.range = range;
    this.byDefault = byDefault;
    this.example = example;
  }

  /** As it is typed, without the dashes. */
  public String option() {
    return option;
  }

  String description() {
    return description;
  }

  ValueRange range() {
    return range;
  }

  /** What the help says that it is when it is left out. */
  String byDefault() {
    return byDefault;
  }

  String example() {
    return example;
  }

  /** Its value when it is left out, as it would be typed. */
  Optional<String> defaultValue() {
    return List.of("required", "none", MAX_MEMORY_BYTES.byDefault).contains(byDefault)
        ? Optional.empty()
        : Optional.of(byDefault);
  }

  static Optional<ServeOption> named(String option) {
    return Arrays.stream(values()).filter(each -> each.option.equals(option)).findFirst();
  }
}
