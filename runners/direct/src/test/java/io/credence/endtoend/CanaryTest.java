package io.credence.endtoend;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import io.credence.rollout.KeyShare;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.apache.parquet.example.data.Group;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A challenger that scores the records of a share of all keys, from files to a folder. */
class CanaryTest {

  private static final int RECORDS = 400;

  private final Gauge gauge;
  private final Path other;

  CanaryTest(@TempDir Path folder) throws IOException {
    gauge = new Gauge(folder);
    List<Group> rows = new ArrayList<>(Gauge.rows(RECORDS));
    for (int id = 0; id < RECORDS; id += 40) {
      rows.set(id, Gauge.row(id, null, 1.0, "a"));
    }
    gauge.input("in/1.parquet", rows.subList(0, 250));
    gauge.input("in/2.parquet", rows.subList(250, RECORDS));
    other = gauge.model("other", "");
    Path yaml = other.resolve("model.yaml");
    Files.writeString(
        yaml, Files.readString(yaml).replace("0.3.0", "0.4.0").replace("mu = 2 * x", "mu = 3 * x"));
  }

  private String rollout(String mode) throws IOException {
    Path file = gauge.path("rollout.yaml");
    Files.writeString(
        file, "champion: %s\nchallenger: %s\n%s".formatted(gauge.path("model"), other, mode));
    return "--rollout=" + file;
  }

  private Run canary(double share, String output, String... more) throws IOException {
    List<String> arguments = new ArrayList<>(gauge.arguments(more));
    arguments.removeIf(
        argument -> argument.startsWith("--model=") || argument.startsWith("--output="));
    arguments.add(rollout("mode: canary\nshare: %s\nsalt: test-1\n".formatted(share)));
    arguments.add("--output=" + gauge.path(output));
    arguments.add("--keyField=id");
    return Run.of(arguments);
  }

  private Map<Long, String> rows(String output) {
    Map<Long, String> rows = new TreeMap<>();
    gauge.scored(output).forEach(row -> rows.put(row.getLong("id", 0), row.toString()));
    return rows;
  }

  private Set<Long> challenged(String output) {
    Set<Long> ids = new TreeSet<>();
    for (Group row : gauge.scored(output)) {
      if (row.getString("model_version", 0).equals("0.4.0")) {
        ids.add(row.getLong("id", 0));
      }
    }
    return ids;
  }

  @Test
  void eachRecordIsScoredAsByItsModelAlone() throws Exception {
    Run run = canary(0.3, "both");
    run.done();
    gauge.score("--output=" + gauge.path("ours"), "--keyField=id").done();
    gauge.score("--model=" + other, "--output=" + gauge.path("theirs"), "--keyField=id").done();
    Map<Long, String> ours = rows("ours");
    Map<Long, String> theirs = rows("theirs");
    KeyShare share = new KeyShare("test-1", 0.3);
    Map<Long, String> expected = new TreeMap<>();
    ours.keySet().forEach(id -> expected.put(id, (share.has(id) ? theirs : ours).get(id)));
    assertThat(rows("both")).isEqualTo(expected).hasSize(390);
    long challenged = ours.keySet().stream().filter(share::has).count();
    assertThat(run.out())
        .contains(
            "challenger                 gauge 0.4.0", "  scored                   " + challenged);
    for (JsonNode letter : gauge.letters("both/dead-letters")) {
      assertThat(letter.at("/model_version").asText())
          .isEqualTo(share.has(letter.at("/record/id").asLong()) ? "0.4.0" : "0.3.0");
    }
    JsonNode rollout = gauge.json("both/_manifest.json").at("/rollout");
    assertThat(rollout.at("/mode").asText()).isEqualTo("canary");
    assertThat(rollout.at("/share").asDouble()).isEqualTo(0.3);
    assertThat(rollout.at("/challenger/version").asText()).isEqualTo("0.4.0");
    assertThat(rollout.at("/scored").asLong()).isEqualTo(challenged);
    assertThat(rollout.at("/dead_letters").asLong())
        .isEqualTo(
            gauge.letters("both/dead-letters").stream()
                .filter(letter -> letter.at("/model_version").asText().equals("0.4.0"))
                .count());
    Run.of("verify", gauge.path("both").toString()).done();
  }

  /** Four standard deviations, of 390 records: wrong once in 15,000, and always the same. */
  @Test
  void aShareGrowsAroundTheKeysThatItHas() throws Exception {
    canary(0, "0").done();
    canary(0.05, "5").done();
    canary(0.5, "50").done();
    canary(1, "100").done();
    assertThat(challenged("0")).isEmpty();
    assertThat(challenged("50")).containsAll(challenged("5"));
    assertThat(challenged("100")).hasSize(390);
    assertThat((double) challenged("50").size()).isCloseTo(195, within(4 * Math.sqrt(390 / 4.0)));
  }

  @Test
  void twoThreadsAndTwoFilesSplitAlike() throws Exception {
    canary(0.4, "one", "--targetParallelism=1").done();
    canary(0.4, "four", "--targetParallelism=4").done();
    assertThat(rows("four")).isEqualTo(rows("one"));
  }

  @Test
  void whatCannotBeMeantIsRefused() throws Exception {
    String ab = rollout("mode: ab\nshare: 0.5\nsalt: s\n");
    String in = "--input=" + gauge.path("in");
    String out = "--output=" + gauge.path("out");
    Run.of("score", ab, in, out)
        .refused(
            "mode: ab of %s: needs --keyField, the field by which records are shared out among the models"
                .formatted(ab));
    Run.of("score", ab, in, out, "--keyField=id", "--shadowOutput=x")
        .refused("--shadowOutput=x: is for a shadow, but there is mode: ab of " + ab);
    Files.writeString(
        other.resolve("model.yaml"),
        Files.readString(other.resolve("model.yaml")).replace("target: y", "target: z"));
    Run columns = Run.of("score", ab, in, out, "--keyField=id");
    assertThat(columns.err())
        .singleElement()
        .asString()
        .startsWith(
            "challenger=%s: must have the columns of the champion, which share a file; it lacks [y_pred DOUBLE,"
                .formatted(other));
  }

  @Test
  void scoresOfTwoModelsAreNotEvaluatedAsThoseOfOne() throws Exception {
    canary(0.5, "both").done();
    Run.of(
            "evaluate",
            "--model=" + gauge.path("model"),
            "--input=" + gauge.path("both"),
            "--label=y",
            "--output=" + gauge.path("evaluated"))
        .refused(
            "--input=%s: holds the scores of two models, gauge 0.3.0 and gauge 0.4.0, by their keys; evaluate records without scores, with --against=MODEL for the other model"
                .formatted(gauge.path("both")));
  }
}
