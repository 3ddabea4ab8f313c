package io.credence.cluster.store;

import static org.assertj.core.api.Assertions.assertThat;

import io.credence.cluster.scoring.Request;
import io.credence.cluster.scoring.S3Request;
import io.credence.cluster.scoring.Shared;
import io.credence.cluster.scoring.WarmCredence;
import io.credence.kit.process.Outcome;
import io.credence.kit.store.S3Server;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** What is wrong with a store is reported before anything begins, a line for each location. */
@Timeout(120)
@ExtendWith(Shared.class)
class S3RefusalsIT {

  private static final String KEY_ID = "aws.accessKeyId";
  private static final String SECRET = "aws.secretAccessKey";
  private static final String ATTEMPTS = "aws.maxAttempts";
  private static final String MODEL = "s3://models/slopes";
  private static final String INPUT = "s3://records/slopes/000.parquet";

  @TempDir static Path folder;
  private static S3Server store;

  @BeforeAll
  static void start(S3Server shared) throws Exception {
    store = shared;
    S3Request.put(store, "slopes", Request.slopes(folder.resolve("in"), 1, 10), 1);
  }

  @BeforeEach
  void enter() {
    System.setProperty(KEY_ID, S3Server.KEY_ID);
    System.setProperty(SECRET, S3Server.SECRET);
    System.setProperty(ATTEMPTS, "1");
  }

  @AfterEach
  void leave() {
    Stream.of(KEY_ID, SECRET, ATTEMPTS).forEach(System::clearProperty);
  }

  @Test
  void whatIsNotThere() {
    assertThat(score(MODEL + "s", INPUT, "s3://scored/x"))
        .containsExactly(
            "Model folder s3://models/slopess:",
            "model.yaml: There is no file 'model.yaml' in s3://models/slopess");
    assertThat(score(MODEL, INPUT + "s", "s3://scored/x"))
        .containsExactly(
            "--input=s3://records/slopes/000.parquets: no file matches; name a file, a folder or"
                + " folder/*.parquet");
  }

  /** As on a disk. An object that is there is reported with what is wrong with it. */
  @Test
  void whatPatternsAndFoldersFind(@TempDir Path local) throws Exception {
    Path empty = Files.createFile(local.resolve("empty"));
    List<String> shown = List.of("2024/b.parquet", "a.parquet", "spark.parquet/d.parquet");
    for (String name : shown) {
      store.put(empty, S3Request.INPUT, "tree/" + name);
    }
    for (String name : List.of("_temporary/0/c.parquet", ".e.parquet", "2024/_f.parquet", "g")) {
      store.put(empty, S3Request.INPUT, "tree/" + name);
    }
    assertThat(found("/**/*.parquet")).isEqualTo(shown);
    assertThat(found("")).isEqualTo(shown);
    assertThat(found("/")).isEqualTo(shown);
    assertThat(found("/*.parquet")).isEqualTo(shown.subList(1, 3));
    assertThat(found("/*/")).isEqualTo(List.of(shown.get(0), shown.get(2)));
  }

  private static List<String> found(String pattern) {
    String tree = "s3://records/tree";
    return score(MODEL, tree + pattern, "s3://scored/x").stream()
        .map(line -> line.substring(tree.length() + 1, line.indexOf(": has 0 bytes")))
        .toList();
  }

  @Test
  void locationsThatCannotBe() {
    assertThat(score(MODEL, "s3:///x", "s3://scored//x"))
        .containsExactly(
            "'s3:///x' must be s3://BUCKET/KEY, and no key begins with a slash",
            "'s3://scored//x' must be s3://BUCKET/KEY, and no key begins with a slash");
  }

  @Test
  void bucketsThatAreNotThere() {
    assertThat(score("s3://nowhere/m", "s3://nowhere/i/*", "s3://nowhere/o"))
        .hasSize(3)
        .allMatch(line -> line.contains("there is no such bucket"))
        .anyMatch(line -> line.startsWith("--model=s3://nowhere/m: "))
        .anyMatch(line -> line.startsWith("--input=s3://nowhere/i/*: "))
        .anyMatch(line -> line.startsWith("--output=s3://nowhere/o: "));
    assertThat(score(MODEL, INPUT, "s3://scored/x", "--deadLetters=s3://nowhere/d"))
        .singleElement()
        .asString()
        .contains("s3://nowhere/d")
        .contains("there is no such bucket");
  }

  @Test
  void credentialsThatAreRefused() {
    System.setProperty(SECRET, "another-secret");
    assertThat(score(MODEL, INPUT, "s3://scored/x"))
        .hasSize(3)
        .allMatch(line -> line.contains("403"))
        .noneMatch(line -> line.contains("another-secret"));
  }

  @Test
  void aProfileThatIsNotThere() {
    assertThat(
            score(
                MODEL,
                INPUT,
                "s3://scored/x",
                "--awsCredentialsProvider={\"@type\":\"ProfileCredentialsProvider\",\"profileName\":\"nobody\"}"))
        .containsExactly(
            "S3: no credentials are found: there is no profile 'nobody' with credentials");
  }

  @Test
  void answersThatOnlyAmazonGives() throws Exception {
    assertRefused(
        Fault.answer(400, "ExpiredToken", "The provided token has expired."),
        line -> line.contains("the credentials have expired"));
    assertRefused(
        Fault.answer(
            400,
            "AuthorizationHeaderMalformed",
            "The authorization header is malformed; the region 'us-east-1' is wrong; expecting"
                + " 'eu-west-1'"),
        line -> line.contains("the bucket is in the region eu-west-1 (400); --s3Region=eu-west-1"));
    assertRefused(
        Fault.answer(
            301,
            "PermanentRedirect",
            "The bucket you are attempting to access must be addressed using the specified"
                + " endpoint."),
        line -> line.contains("the bucket is in another region, which --s3Region must name"));
    assertRefused(
        Fault.answer(403, "AccessDenied", "Access Denied"),
        line -> line.contains("access is denied (Access Denied, 403)"));
    assertRefused(
        Fault.answer(
            403, "InvalidObjectState", "The operation is not valid for the object's storage class"),
        line -> line.contains("the object is archived; restore it first"));
    assertRefused(
        Fault.answer(
            403,
            "RequestTimeTooSkewed",
            "The difference between the request time and the current time is too large."),
        line -> line.contains("this machine's clock is wrong"));
  }

  private static void assertRefused(Fault fault, Predicate<String> line) throws Exception {
    try (FaultyProxy proxy = FaultyProxy.before(store.endpoint(), request -> fault)) {
      assertThat(scoreAt(proxy.endpoint(), MODEL, INPUT, "s3://scored/x"))
          .hasSize(3)
          .allMatch(line)
          .noneMatch(text -> text.contains("4442587FB7D0A2F9"));
    }
  }

  @Test
  void aFolderThatMayNotBeWrittenTo() throws Exception {
    Fault denied = Fault.answer(403, "AccessDenied", "Access Denied");
    try (FaultyProxy proxy =
        FaultyProxy.before(
            store.endpoint(), line -> line.startsWith("POST /scored") ? denied : Fault.NONE)) {
      assertThat(scoreAt(proxy.endpoint(), MODEL, INPUT, "s3://scored/x"))
          .singleElement()
          .asString()
          .startsWith("--output=s3://scored/x: can't be written to: s3://scored/x/.credence-temp-")
          .endsWith("access is denied (Access Denied, 403)");
    }
  }

  @Test
  void aStoreThatDoesNotAnswer() {
    assertThat(scoreAt("http://127.0.0.1:1", MODEL, INPUT, "s3://scored/x"))
        .containsExactly(
            "--s3Endpoint=http://127.0.0.1:1: no server answers there: Connection refused");
    String secure = "https://127.0.0.1:" + store.endpoint().getPort();
    assertThat(scoreAt(secure, MODEL, INPUT, "s3://scored/x"))
        .containsExactly(
            "--s3Endpoint="
                + secure
                + ": no secure connection can be made there: Unsupported or unrecognized SSL"
                + " message; is it http://?");
    assertThat(scoreAt("localhost:9000", MODEL, INPUT, "s3://scored/x"))
        .containsExactly(
            "--s3Endpoint=localhost:9000: must be http:// or https://, a host and a port");
  }

  @Test
  void secretsAmongTheOptions() {
    List<String> said =
        score(
            MODEL,
            INPUT,
            "s3://scored/x",
            "--awsCredentialsProvider={\"@type\":\"StaticCredentialsProvider\",\"accessKeyId\":\"k\",\"secretAccessKey\":\"hidden\"}",
            "--SSECustomerKey={\"key\":\"hidden\",\"algorithm\":\"AES256\"}");
    assertThat(said)
        .hasSize(2)
        .allMatch(line -> line.contains("holds a secret"))
        .noneMatch(line -> line.contains("hidden"));
  }

  private static List<String> score(String model, String input, String output, String... options) {
    return scoreAt(store.endpoint().toString(), model, input, output, options);
  }

  /** What is said of a request that is refused. */
  private static List<String> scoreAt(
      String endpoint, String model, String input, String output, String... options) {
    List<String> arguments = new ArrayList<>(List.of("score", "--model=" + model));
    arguments.add("--input=" + input);
    arguments.add("--output=" + output);
    arguments.add("--s3Endpoint=" + URI.create(endpoint));
    arguments.addAll(List.of(options));
    Outcome outcome = WarmCredence.run(arguments.toArray(String[]::new));
    assertThat(outcome.exitCode()).as(outcome.text()).isEqualTo(2);
    return outcome.lines();
  }
}
