package io.credence.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import io.credence.cli.command.ExitCode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.apache.parquet.schema.MessageTypeParser;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Requests that are wrong are refused before anything starts, with a line for each fault. */
class RefusedRequestsTest {

  private final Gauge gauge;

  RefusedRequestsTest(@TempDir Path folder) {
    gauge = new Gauge(folder);
  }

  @BeforeEach
  void goodInput() {
    gauge.input("in/a.parquet", Gauge.rows(3));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          --numSamples=0          | --numSamples: numSamples must be from 1 to 10000000, but is 0
          --numSamples=many       | --numSamples=many: must be from 1 to 10,000,000
          --hdiProbability=1      | --hdiProbability: The probability of an HDI must lie in (0, 1), but was 1.0
          --hdiProbability=0.5,NaN | --hdiProbability: The probability of an HDI must lie in (0, 1), but was NaN
          --hdiProbability=0.9,0.9 | --hdiProbability: Each HDI probability must be given once, but 0.9 was repeated
          --hdiProbability=       | --hdiProbability=: must be one or several, each above 0 and below 1, for all outputs or as NAME:0.9 for one
          --etiProbability=-0.1   | --etiProbability: The probability of an ETI must lie in (0, 1), but was -0.1
          --exceed=Infinity       | --exceed: An exceedance threshold must be finite, but was Infinity
          --exceed=high           | --exceed=high: must be one or several finite numbers, for all outputs or as NAME:15 for one
          --bins=-1               | --bins: The number of bins must lie in [0, 10000], but was -1
          --bins=2.5              | --bins=2.5: must be from 0, which leaves the histogram out, to 10,000, for all outputs or as NAME:20 for one
          --deadLetterColumns=x,X | --deadLetterColumns=x,X: the input has no column 'X'
          --deadLetterColumns=x,  | --deadLetterColumns=x,: the input has no column ''
          --deadLetterColumns=    | --deadLetterColumns=: must be one or several columns of the input, or none
          --maxDeadLetterShare=2  | --maxDeadLetterShare: must be from 0 to 1, but is 2.0
          --maxDeadLetterShare=NaN | --maxDeadLetterShare: must be from 0 to 1, but is NaN
          --seed=x                | --seed=x: must be any 64-bit integer
          --numSample=5           | There is no option --numSample (did you mean --numSamples?)
          --zzzzzz=5              | There is no option --zzzzzz
          --output=gs://b/o       | --output=gs://b/o: can't be written to: No filesystem found for scheme gs
          --model=gs://b/m        | --model=gs://b/m: can't be read: No filesystem found for scheme gs
          --input=gs://b/*        | --input=gs://b/*: can't be read: No filesystem found for scheme gs
          --deadLetters=gs://b/d  | --deadLetters=gs://b/d: can't be written to: No filesystem found for scheme gs
          --targetParallelism=0   | --targetParallelism=0: must be at least 1
          --runner=Nobody         | --runner=Nobody: Unknown 'runner' specified 'Nobody', supported pipeline runners [DirectRunner]
          numSamples=5            | 'numSamples=5' is no option; options look like --name=value
          --keyField=ID           | --keyField=ID: the input has no such column (did you mean 'id'?); it has: id, kind, spread, x
          --output=kafka://a:1/t  | --deadLetters is required; credence help score explains it
          --input=                | --input=: must be a file, a folder, or a pattern such as dir/**/*.parquet; a local path or a URI; or kafka://HOST:PORT[,HOST:PORT]/TOPIC with ?format=json (the default), ?format=avro&schema=FILE or ?format=avro&registry=URL
          --output=               | --output=: must be a folder; a local path or a URI; or a topic, kafka://HOST:PORT/TOPIC with ?format=json (the default) or, where the input is Avro, ?format=avro&schema=FILE (written at the start) or ?format=avro&registry=URL
          --deadLetters=          | --deadLetters=: must be a folder where the output is one, a topic where it is a topic
          --keyField=             | --keyField=: must be a field of the input that is a number or a text
          --keyField              | --keyField: lacks a value; must be a field of the input that is a number or a text
          --kafkaProperties=      | --kafkaProperties=: must be a local file of Java properties
          --kafkaProperties       | --kafkaProperties: lacks a value; must be a local file of Java properties
          --startAt=              | --startAt=: must be committed, earliest, latest, or a time in UTC
          --jobName=              | --jobName=: is empty; give it a value, or leave it out
          --overwrite=            | --overwrite=: must be true or false
          --overwrite=maybe       | --overwrite=maybe: must be true or false
          --Overwrite             | There is no option --Overwrite (did you mean --overwrite?)
          --numSamples=1e3        | --numSamples=1e3: must be from 1 to 10,000,000
          --numSamples=0x10       | --numSamples=0x10: must be from 1 to 10,000,000
          --numSamples=٣          | --numSamples=٣: must be from 1 to 10,000,000
          --numSamples=৩৩         | --numSamples=৩৩: must be from 1 to 10,000,000
          --seed=９               | --seed=９: must be any 64-bit integer
          --seed=9223372036854775808 | --seed=9223372036854775808: must be any 64-bit integer
          --targetParallelism=٤   | --targetParallelism=٤: must be a number, in the digits 0 to 9
          --s3ThreadPoolSize=１０   | --s3ThreadPoolSize=１０: must be a number, in the digits 0 to 9
          --targetParallelism=two | --targetParallelism=two: must be a number, in the digits 0 to 9
          --exceed=15d            | --exceed=15d: must be one or several finite numbers, for all outputs or as NAME:15 for one
          --exceed=15,,60         | --exceed=15,,60: must be one or several finite numbers, for all outputs or as NAME:15 for one
          --maxDeadLetterShare=0x1p-1 | --maxDeadLetterShare=0x1p-1: must be from 0 to 1
          --s3Region=             | --s3Region=: must be a region of Amazon's, or what the store calls one
          --s3Region=eu west      | --s3Region=eu west: must be a region of Amazon's, or what the store calls one
          --s3Endpoint=           | --s3Endpoint=: must be http:// or https://, a host and a port
          --s3Endpoint=minio      | --s3Endpoint=minio: must be http:// or https://, a host and a port
          --s3Endpoint=a b        | --s3Endpoint=a b: must be http:// or https://, a host and a port
          --s3Endpoint=http://a:99999 | --s3Endpoint=http://a:99999: must be http:// or https://, a host and a port
          --s3ThreadPoolSize=0    | --s3ThreadPoolSize=0: must be at least 1
          --s3UploadBufferSizeBytes=1 | --s3UploadBufferSizeBytes=1: must be at least 5242880 (5 MiB)
          --model=                | --model=: must be a local path, a URI of any file system that Beam knows, or a name in a registry: registry:URI/NAME@ALIAS, @VERSION or @sha256:DIGEST
          """)
  void oneFault(String option, String line) {
    gauge.score(option).refused(line);
  }

  /**
   * In the locale C, Java can't read the letters of other languages, not even in names of files.
   */
  @Test
  void lettersThatTheMachineCannotRead() {
    gauge
        .score("--keyField=\ufffd")
        .refused(
            "--keyField=\ufffd: has letters that the encoding of this machine ("
                + System.getProperty("sun.jnu.encoding")
                + ") can't read; LC_ALL=C.UTF-8 sets another one");
  }

  @Test
  void severalFaultsAreToldTogether() throws IOException {
    Files.writeString(gauge.path("in/a.parquet"), "id,x\n");
    gauge
        .score("--numSamples=0", "--bins=-1", "--model=" + gauge.path("none"), "--keyField=z")
        .refused(
            "--numSamples: numSamples must be from 1 to 10000000, but is 0",
            "--bins: The number of bins must lie in [0, 10000], but was -1",
            "Model folder " + gauge.path("none") + ":",
            "model.yaml: There is no file 'model.yaml' in " + gauge.path("none"),
            gauge.path("in/a.parquet")
                + ": is no Parquet file: begins with \"id,x.\"; a Parquet file begins and ends with"
                + " PAR1");
  }

  @ParameterizedTest
  @ValueSource(strings = {"0", "ten", "99999999999"})
  void attemptsThatAreNoNumber(String attempts) {
    System.setProperty("aws.maxAttempts", attempts);
    try {
      gauge
          .score()
          .refused("AWS_MAX_ATTEMPTS=" + attempts + ": must be a whole number, at least 1");
    } finally {
      System.clearProperty("aws.maxAttempts");
    }
  }

  @Test
  void anOptionThatIsRepeated() {
    gauge
        .score("--numSamples=5", "--numSamples=6", "--seed=1", "--seed=1")
        .refused(
            "--numSamples: is given 2 times; give it once",
            "--seed: is given 2 times; give it once");
    gauge.score("--hdiProbability=0.5", "--hdiProbability=0.9").done();
  }

  @Test
  void nothingIsAskedFor() {
    Run.of("score")
        .refused(
            "--model is required; credence help score explains it",
            "--input is required; credence help score explains it",
            "--output is required; credence help score explains it");
  }

  @Test
  void aModelWithAMisspeltName() throws IOException {
    Path yaml = gauge.path("model/model.yaml");
    Files.writeString(yaml, Files.readString(yaml).replace("spread * scale", "spred * scale"));
    Run run = gauge.score();
    assertThat(run.exit()).isEqualTo(ExitCode.WRONG_REQUEST);
    assertThat(run.err()).hasSize(2);
    assertThat(run.err().get(1)).contains("model.yaml:11", "'spred'", "did you mean 'spread'?");
  }

  @Test
  void aModelWhoseStepsNeedEachOther() {
    Path model = gauge.model("cyclic", "let:\n  a: b + 1\n  b: a + 1\n");
    Run run = gauge.score("--model=" + model);
    assertThat(run.exit()).isEqualTo(ExitCode.WRONG_REQUEST);
    assertThat(run.err()).isNotEmpty().noneMatch(line -> line.contains("Exception"));
    assertThat(String.join("\n", run.err())).contains("let.a");
  }

  @Test
  void aModelThatPredictsAColumnOfTheInput() throws IOException {
    Path yaml = gauge.path("model/model.yaml");
    Files.writeString(yaml, Files.readString(yaml).replace("target: y", "target: z"));
    gauge.input(
        "in/a.parquet",
        MessageTypeParser.parseMessageType(
            "message m { optional double x; optional double spread; optional binary kind (STRING);"
                + " optional double z_pred; optional binary model_name (STRING); }"),
        List.of());
    gauge
        .score()
        .refused(
            "The input already has columns that scoring would add: z_pred, model_name; rename them,"
                + " or the model's target");
  }

  @Test
  void betweenTopicsAndFolders() {
    gauge
        .score("--input=kafka://a:1/t", "--deadLetters=kafka://a:1/d", "--overwrite")
        .refused(
            "--output=%s: a stream into a folder needs Flink, which keeps messages in order; leave --runner out"
                .formatted(gauge.path("out")),
            "--overwrite: a stream adds to what a folder holds; leave it out",
            "--deadLetters=kafka://a:1/d: must be a folder, as --output is one");
    gauge
        .score("--output=kafka://a:1/t", "--deadLetters=dead", "--delivery=exactly-once")
        .refused(
            "--delivery=exactly-once: rows of files are written at least once, the same to the bit and with the same credence.record_id each time; leave it out",
            "--deadLetters=dead: messages go to topics: must be kafka://HOST:PORT[,HOST:PORT]/TOPIC");
    gauge
        .score("--input=kafka://a:1/t", "--deadLetterColumns=id")
        .refused(
            "--deadLetterColumns=id: is for files that are scored into a folder; a topic's dead letters hold messages whole, so restrict who may read them");
    gauge
        .score("--input=kafka://a:1/t", "--windowDuration=1d", "--numShards=0")
        .refused(
            "--windowDuration=1d: must be a number of seconds, minutes or hours, such as 30s, 5m or 1h",
            "--numShards=0: must be from 1 to 1000",
            "--output=%s: a stream into a folder needs Flink, which keeps messages in order; leave --runner out"
                .formatted(gauge.path("out")));
    gauge
        .score(
            "--input=kafka://a:1/i?format=avro&schema=none.avsc",
            "--output=kafka://a:1/t?format=xml",
            "--deadLetters=kafka://a:1/d?format=avro&schema=d.avsc")
        .refused(
            "--deadLetters=kafka://a:1/d: messages are sent as they are, so there is no format; leave out what"
                + " follows the '?'",
            "--input=kafka://a:1/i: none.avsc: no such file or folder",
            "--output=kafka://a:1/t: '?format=xml': there are ?format=json and ?format=avro");
  }

  @Test
  void aBrokerThatIsAway() {
    gauge
        .score(
            "--input=kafka://127.0.0.1:1/t",
            "--output=kafka://127.0.0.1:1/o",
            "--deadLetters=kafka://127.0.0.1:1/d")
        .refused(
            "--input=kafka://127.0.0.1:1/t: no broker answers at 127.0.0.1:1 (security.protocol is PLAINTEXT)");
  }
}
