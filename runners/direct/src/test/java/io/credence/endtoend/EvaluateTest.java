package io.credence.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.credence.cli.command.ExitCode;
import io.credence.parquet.Files;
import io.credence.parquet.ParquetInput;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.apache.parquet.example.data.Group;
import org.apache.parquet.example.data.simple.SimpleGroup;
import org.apache.parquet.schema.MessageType;
import org.apache.parquet.schema.MessageTypeParser;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Predictions against labels, which here are the numbers of a feature. */
class EvaluateTest {

  private final Gauge gauge;

  EvaluateTest(@TempDir Path folder) {
    gauge = new Gauge(folder);
  }

  private Run evaluate(String input, String output, String... more) {
    List<String> arguments =
        new ArrayList<>(
            List.of(
                "evaluate",
                "--input=" + gauge.path(input),
                "--output=" + gauge.path(output),
                "--label=x",
                "--targetParallelism=2"));
    if (!String.join(" ", more).contains("--model=")) {
      arguments.add("--model=" + gauge.path("model"));
    }
    arguments.addAll(List.of(more));
    return Run.of(arguments);
  }

  private JsonNode document(String output) throws IOException {
    return new ObjectMapper().readTree(gauge.path(output).resolve("evaluation.json").toFile());
  }

  /** Without what depends on the order of records: all looks but the last, and when it decided. */
  private static JsonNode unordered(JsonNode document) {
    ObjectNode decision = (ObjectNode) document.at("/outputs/0/decision");
    ArrayNode looks = (ArrayNode) decision.get("looks");
    ObjectNode last = (ObjectNode) looks.get(looks.size() - 1);
    last.remove("log_alarm");
    decision.set("looks", last);
    decision.remove(List.of("decided_after", "alarmed_after"));
    return document;
  }

  private byte[] bytes(String output, String file) throws IOException {
    return java.nio.file.Files.readAllBytes(gauge.path(output).resolve(file));
  }

  /** Decisions alone look at records in their order. */
  @Test
  void orderAndFilesHaveNoInfluenceOnABit() throws Exception {
    List<Group> rows = new ArrayList<>(Gauge.rows(300));
    rows.add(Gauge.row(300, null, 1.0, "a"));
    gauge.input("one/a.parquet", rows);
    gauge.input("two/a.parquet", rows.subList(0, 17));
    gauge.input("two/b.parquet", rows.subList(17, rows.size()));
    Collections.shuffle(rows, new Random(1));
    gauge.input("three/a.parquet", rows);
    String[] same = {"--by=kind", "--numSamples=50", "--keyField=id"};
    Run run = evaluate("one", "first", same).done();
    evaluate("two", "second", same).done();
    evaluate("three", "third", same).done();
    assertThat(run.out()).anyMatch(line -> line.matches("unlabelled +1"));
    for (String file : List.of("evaluation.json", "segments.parquet", "pit.parquet")) {
      assertThat(bytes("second", file)).as(file).isEqualTo(bytes("first", file));
    }
    for (String file : List.of("segments.parquet", "pit.parquet")) {
      assertThat(bytes("third", file)).as(file).isEqualTo(bytes("first", file));
    }
    assertThat(unordered(document("third"))).isEqualTo(unordered(document("first")));
    JsonNode document = document("first");
    assertThat(document.at("/records/evaluated").asLong()).isEqualTo(300);
    assertThat(document.at("/outputs/0/pit")).hasSize(100);
    assertThat(document.at("/outputs/0/examples")).hasSize(200);
  }

  @Test
  void servedScoresAreComputedAgain() throws Exception {
    gauge.input("in/a.parquet", Gauge.rows(120));
    gauge.score("--seed=7", "--keyField=id", "--quantiles=0.1", "--hdiProbability=0.9").done();
    evaluate("out", "right").done();
    assertThat(document("right").at("/request/served").asBoolean()).isTrue();
    assertThat(document("right").at("/records/evaluated").asLong()).isEqualTo(120);

    Path part = gauge.part("out");
    ParquetInput file = Files.open(part);
    List<Group> rows = new ArrayList<>(Files.groups(file.split(0, file.rows())));
    gauge
        .score(
            "--seed=8",
            "--keyField=id",
            "--quantiles=0.1",
            "--hdiProbability=0.9",
            "--output=" + gauge.path("seed8"))
        .done();
    Group other = gauge.scored("seed8").get(3);
    double right = rows.get(3).getDouble("y_pred", 0);
    rows.set(3, other);
    rows.remove(119);
    java.nio.file.Files.delete(part);
    Files.write(part, file.schema(), rows, 100);
    Run run = evaluate("out", "wrong");
    assertThat(run.exit()).isEqualTo(ExitCode.GATE_NOT_MET);
    assertThat(run.out())
        .contains(
            "score_mismatch: %s: row 3: y_pred is %s, but the model says %s"
                .formatted(part, other.getDouble("y_pred", 0), right),
            "row_mismatch: %s: has 119 rows, but the manifest lists it with 120".formatted(part));
    gauge.model("other", "# Another digest.\n");
    assertThat(evaluate("out", "other-out", "--model=" + gauge.path("other")).err())
        .singleElement()
        .asString()
        .contains("has the digest ", "but the scores are of ");
    evaluate("out", "seeded", "--seed=7")
        .refused(
            "--numSamples, --seed and --keyField: the scores of the input were drawn with their"
                + " own; leave these out");
  }

  @Test
  void labelsComeFromOtherFiles() throws Exception {
    gauge.input("in/a.parquet", Gauge.rows(120));
    gauge.score("--seed=7", "--keyField=id").done();
    List<Group> labels = new ArrayList<>(Gauge.rows(130).subList(10, 130));
    Collections.shuffle(labels, new Random(1));
    gauge.input("labels/a.parquet", labels.subList(0, 50));
    gauge.input("labels/b.parquet", labels.subList(50, 120));
    String[] joined = {"--labels=" + gauge.path("labels"), "--labelKey=id"};
    Run run = evaluate("out", "joined", joined).done();
    assertThat(run.out())
        .anyMatch(line -> line.matches("unlabelled +10"))
        .anyMatch(line -> line.matches("not predicted +10"));
    JsonNode document = document("joined");
    assertThat(document.at("/request/label_key").asText()).isEqualTo("id");
    assertThat(document.at("/records/evaluated").asLong()).isEqualTo(110);

    gauge.input("labels/c.parquet", List.of(Gauge.row(100, 2.0, null, null)));
    Run twice = evaluate("out", "twice", joined);
    assertThat(twice.exit()).isEqualTo(ExitCode.GATE_NOT_MET);
    assertThat(twice.out())
        .contains(
            "labelled_twice: %s: row 100: several labels have the key 100"
                .formatted(gauge.part("out")));
    evaluate("out", "keyless", "--labels=" + gauge.path("labels"))
        .refused(
            "--labels=%s: needs --labelKey, the column that says which label is of which record"
                .formatted(gauge.path("labels")));
    evaluate("out", "x", "--labels=" + gauge.path("labels"), "--labelKey=spread")
        .refused(
            "--labelKey=spread: must be a whole number or a text, but the input has 'optional"
                + " double spread'");
  }

  @Test
  void aNumberIsNoTextWhenLabelsAreFound() {
    gauge.input("in/a.parquet", Gauge.rows(3));
    MessageType texts =
        MessageTypeParser.parseMessageType(
            "message texts { required binary id (STRING); required double x; }");
    gauge.input(
        "texts/a.parquet",
        texts,
        List.of(new SimpleGroup(texts).append("id", "1").append("x", 1.0)));
    evaluate("in", "out", "--labels=" + gauge.path("texts"), "--labelKey=id")
        .refused(
            "--labelKey=id: the input has 'required int64 id', but --labels has 'required binary id"
                + " (STRING)'; 17 and \"17\" could be one key or two, so write both alike");
  }

  @Test
  void gatesDecideTheExitCode() throws Exception {
    gauge.input("in/a.parquet", Gauge.rows(120));
    gauge.model("strict", "gates: {crps: {max: 0}, coverage_95: {min: 0}}\n");
    Run strict = evaluate("in", "strict-out", "--model=" + gauge.path("strict"), "--exact=false");
    assertThat(strict.exit()).isEqualTo(ExitCode.GATE_NOT_MET);
    assertThat(strict.out())
        .anyMatch(line -> line.startsWith("gate NOT met: crps of "))
        .anyMatch(line -> line.startsWith("gate met: coverage_95 of "));
    gauge.model("unknown", "gates: {coverage_97: {min: 0}}\n");
    assertThat(evaluate("in", "no", "--model=" + gauge.path("unknown")).err())
        .singleElement()
        .asString()
        .startsWith("gates of the model: there is no figure 'coverage_97' of ");
  }

  @Test
  void aModelIsComparedWithAnother() throws Exception {
    gauge.input("in/a.parquet", Gauge.rows(120));
    evaluate("in", "out", "--against=" + gauge.path("model"), "--exact=false").done();
    JsonNode differences = document("out").at("/outputs/0/differences");
    assertThat(differences).isNotEmpty();
    differences.forEach(each -> assertThat(each.get("value").asDouble()).isZero());
    assertThat(document("out").at("/outputs/0/decision/verdict").asText()).isEqualTo("undecided");
  }

  /** The other model is farther off. There is a look after each 4 of 600 records. */
  @Test
  void aBetterModelIsFound() throws Exception {
    gauge.input("in/a.parquet", Gauge.rows(600));
    changed("other", "shift[kind]", "3 * shift[kind]");
    String against = "--against=" + gauge.path("other");
    Run better = evaluate("in", "better", against, "--exact=false", "--numSamples=50").done();
    JsonNode decision = document("better").at("/outputs/0/decision");
    assertThat(decision.get("verdict").asText()).isEqualTo("challenger_better");
    assertThat(decision.get("decided_after").asLong()).isBetween(200L, 300L);
    assertThat(decision.get("loss").asText()).isEqualTo("crps");
    JsonNode looks = decision.get("looks");
    assertThat(looks).hasSize(150);
    JsonNode last = looks.get(149);
    assertThat(last.get("compared").asLong()).isEqualTo(600);
    assertThat(last.get("upper").asDouble()).isNegative();
    assertThat(last.get("log_evidence").asDouble()).isGreaterThan(Math.log(20));
    assertThat(looks.get(0).get("lower").isNull()).isTrue();
    assertThat(better.out())
        .anyMatch(
            line -> line.matches(".+: this model is better than the other: crps_difference .+"));
  }

  private void changed(String model, String text, String other) throws IOException {
    Path yaml = gauge.model(model, "").resolve("model.yaml");
    java.nio.file.Files.writeString(
        yaml, java.nio.file.Files.readString(yaml).replace(text, other));
  }

  /** A default is noise of its own where a value is missing. */
  @Test
  void modelsThatReadOtherFeaturesAreComparedByAKey() throws Exception {
    gauge.input("in/a.parquet", Gauge.rows(120));
    changed("other", "spread: {type: double}", "spread: {type: double, default: 1}");
    String against = "--against=" + gauge.path("other");
    assertThat(evaluate("in", "out", against).err())
        .singleElement()
        .asString()
        .startsWith(against + ": without a key, a record's noise goes by its features, and the")
        .endsWith("; name the field that identifies a record with --keyField");
    evaluate("in", "out", against, "--keyField=id", "--exact=false").done();
    document("out")
        .at("/outputs/0/differences")
        .forEach(each -> assertThat(each.get("value").asDouble()).isZero());
  }

  @Test
  void theExactCrpsIsReportedWhereItIsAskedFor() throws Exception {
    gauge.input("in/a.parquet", Gauge.rows(20));
    evaluate("in", "out", "--exactCrps", "--numSamples=50").done();
    assertThat(document("out").at("/outputs/0/figures").findValuesAsText("name"))
        .contains("crps_exact");
    evaluate("in", "no", "--exactCrps", "--exact=false")
        .refused(
            "The exact CRPS (--exactCrps) comes from the exact mixture, which --exact=false leaves"
                + " out");
  }

  @Test
  void requestsThatCanNotBeAreRefused() {
    gauge.input("in/a.parquet", Gauge.rows(3));
    assertThat(evaluate("in", "out", "--by=knd").err())
        .singleElement()
        .asString()
        .startsWith("--by=knd: the input has no such column (did you mean 'kind'?)");
    Run.of(
            "evaluate",
            "--model=" + gauge.path("model"),
            "--input=" + gauge.path("in"),
            "--output=x")
        .refused("--label is required; credence help evaluate explains it");
  }

  /** Flights of February that the model was not fitted to. */
  @Test
  void theSampleOfFlightsIsEvaluated() throws Exception {
    Path flights = Path.of("../../samples/flights");
    Run.of(
            "evaluate",
            "--model=" + flights,
            "--input=" + flights.resolve("february.parquet"),
            "--label=arr_delay",
            "--by=origin",
            "--exact=false",
            "--numSamples=200",
            "--output=" + gauge.path("february"))
        .done();
    JsonNode document = document("february");
    assertThat(document.at("/records/read").asLong()).isEqualTo(3000);
    assertThat(document.at("/outputs/0/figures/6/name").asText()).isEqualTo("coverage_95");
    assertThat(document.at("/outputs/0/figures/6/value").asDouble()).isBetween(0.93, 0.98);
  }
}
