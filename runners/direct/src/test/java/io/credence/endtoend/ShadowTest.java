package io.credence.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.parquet.example.data.Group;
import org.apache.parquet.schema.GroupType;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A challenger in the shadow of a champion, from files to a folder. */
class ShadowTest {

  private static final List<Group> ROWS = rows();

  private final Gauge gauge;

  ShadowTest(@TempDir Path folder) {
    gauge = new Gauge(folder);
    gauge.input("in/1.parquet", ROWS.subList(0, 60));
    gauge.input("in/2.parquet", ROWS.subList(60, 120));
  }

  /** 120, of which every 20th can't be scored. */
  private static List<Group> rows() {
    List<Group> rows = new ArrayList<>(Gauge.rows(120));
    for (int id = 0; id < rows.size(); id += 20) {
      rows.set(id, Gauge.row(id, null, 1.0, "a"));
    }
    return rows;
  }

  private String rollout(Path challenger, String more) throws IOException {
    Path file = gauge.path("rollout.yaml");
    Files.writeString(
        file,
        "champion: %s\nchallenger: %s\nmode: shadow\n%s"
            .formatted(gauge.path("model"), challenger, more));
    return "--rollout=" + file;
  }

  /** Scores with a shadow, whose champion stands in the file in place of the option. */
  private Run shadow(String rollout, String... more) {
    List<String> arguments = new ArrayList<>(gauge.arguments(more));
    arguments.removeIf(argument -> argument.startsWith("--model="));
    arguments.add(rollout);
    arguments.add("--shadowOutput=" + gauge.path("shadow"));
    return Run.of(arguments);
  }

  /** What the files of a folder hold, but for what runs are called by. */
  private Map<String, String> contents(String folder) throws IOException {
    Map<String, String> contents = new TreeMap<>();
    for (String in : List.of(folder, folder + "/dead-letters")) {
      for (Path file : gauge.files(in, "")) {
        String name = file.getFileName().toString();
        if (Files.isRegularFile(file) && !name.equals("_manifest.json")) {
          contents.put(
              in.substring(folder.length()) + "/" + name.replaceFirst("-[0-9a-f]{12}\\.", "."),
              new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1));
        }
      }
    }
    return contents;
  }

  @Test
  void aCopyWithAnotherDigestDiffersInNothing() throws Exception {
    gauge.score("--output=" + gauge.path("alone"), "--exceed=0", "--keyField=id").done();
    Run run =
        shadow(
            rollout(gauge.model("copy", "# a copy\n"), ""),
            "--output=" + gauge.path("both"),
            "--exceed=0",
            "--keyField=id");
    run.done();
    assertThat(contents("both")).isEqualTo(contents("alone")).hasSize(4);
    assertThat(run.out())
        .contains(
            "challenger                 gauge 0.3.0",
            "compared                   114",
            "challenger failures        0",
            "comparisons in             " + gauge.path("shadow"));
    List<Group> rows = gauge.scored("shadow");
    assertThat(rows).hasSize(114);
    for (Group row : rows) {
      for (String difference : List.of("y_pred_diff", "y_pred_w1", "y_pred_p_gt_0_diff")) {
        assertThat(row.getDouble(difference, 0)).isZero();
      }
      assertThat(row.getString("champion_model_digest", 0))
          .isNotEqualTo(row.getString("challenger_model_digest", 0));
      assertThat(row.getDouble("challenger_y_pred_lower", 0))
          .isEqualTo(row.getDouble("champion_y_pred_lower", 0));
    }
  }

  @Test
  void aComparisonNamesItsRowAndAgreesWithWhatIsServed() throws Exception {
    shadow(rollout(gauge.tolerantModel(), ""), "--keyField=id").done();
    Map<Long, Group> served = new TreeMap<>();
    gauge.scored("out").forEach(row -> served.put(row.getLong("id", 0), row));
    List<Group> rows = gauge.scored("shadow");
    assertThat(rows).hasSize(served.size());
    for (Group row : rows) {
      long id = row.getLong("id", 0);
      assertThat(row.getDouble("champion_y_pred", 0))
          .isEqualTo(served.get(id).getDouble("y_pred", 0));
      assertThat(row.getString("input_file", 0))
          .isEqualTo(gauge.path(id < 60 ? "in/1.parquet" : "in/2.parquet").toString());
      assertThat(row.getLong("input_row", 0)).isEqualTo(id % 60);
    }
    GroupType type = rows.get(0).getType();
    assertThat(type.containsField("challenger_unseen_levels")).isTrue();
    assertThat(type.containsField("champion_unseen_levels")).isFalse();
  }

  @Test
  void theFolderOfAShadowIsOneOfResults() throws Exception {
    shadow(rollout(gauge.model("copy", "# a copy\n"), "")).done();
    Run.of("verify", gauge.path("shadow").toString()).done();
    JsonNode manifest = gauge.json("shadow/_manifest.json");
    assertThat(manifest.at("/complete").asBoolean()).isTrue();
    assertThat(manifest.at("/read").asLong()).isEqualTo(114);
    assertThat(manifest.at("/scored").asLong()).isEqualTo(114);
    assertThat(manifest.at("/model/location").asText()).isEqualTo(gauge.path("copy").toString());
    assertThat(manifest.at("/options/mode").asText()).isEqualTo("shadow");
    assertThat(manifest.at("/options/champion/location").asText())
        .isEqualTo(gauge.path("model").toString());
    assertThat(manifest.at("/options/championRun"))
        .isEqualTo(gauge.json("out/_manifest.json").at("/run"));
    assertThat(gauge.path("shadow/dead-letters")).doesNotExist();
  }

  @Test
  void oneThatThrowsAndIsSlowIsCountedAndHoldsUpNothing() throws Exception {
    Path model = gauge.model("code", "");
    Path yaml = model.resolve("model.yaml");
    Files.writeString(
        yaml, Files.readString(yaml).replaceAll("(?m)^predict: .*$", "format: misbehaving/1"));
    gauge.score("--output=" + gauge.path("alone")).done();
    Run run = shadow(rollout(model, "budget_ms: 0.01\n"), "--output=" + gauge.path("both"));
    run.done();
    assertThat(contents("both")).isEqualTo(contents("alone"));
    JsonNode codes = gauge.json("shadow/_manifest.json").at("/dead_letters/by_code");
    assertThat(codes.at("/FAILED").asLong()).isPositive();
    assertThat(codes.size()).isLessThanOrEqualTo(2);
    assertThat(run.out()).anyMatch(line -> line.startsWith("  FAILED "));
  }

  @Test
  void oneThatNeedsAnotherFeatureIsCountedAndSaidBefore() throws Exception {
    Path model = gauge.model("other", "");
    Path yaml = model.resolve("model.yaml");
    Files.writeString(
        yaml, Files.readString(yaml).replace("spread: {type:", "spread: {column: width, type:"));
    Run run = shadow(rollout(model, ""), "--keyField=id");
    assertThat(run.err())
        .singleElement()
        .asString()
        .startsWith(
            "The challenger will score no record: Feature 'spread': the input has no such column");
    assertThat(run.out())
        .contains("compared                   0", "  MISSING_FEATURE          114");
    assertThat(gauge.scored("out")).hasSize(114);
    assertThat(gauge.scored("shadow")).isEmpty();
  }

  @Test
  void aRunThatIsGivenUpLeavesNoComparisons() throws Exception {
    Run run = shadow(rollout(gauge.model("copy", "# a copy\n"), ""), "--maxDeadLetterShare=0.01");
    assertThat(run.exit().number()).isEqualTo(3);
    assertThat(gauge.files("shadow", "")).isEmpty();
  }

  @Test
  void whatCannotBeMeantIsRefused() throws Exception {
    String copy = gauge.model("copy", "# a copy\n").toString();
    String file = rollout(Path.of(copy), "");
    Run.of(gauge.arguments(file, "--shadowOutput=" + gauge.path("shadow")))
        .refused(
            "--model=%s: --rollout=%s names the model, too, as its champion; leave one of them out"
                .formatted(gauge.path("model"), gauge.path("rollout.yaml")));
    gauge
        .score("--shadowOutput=x")
        .refused("--shadowOutput=x: is for what a challenger says, but no --rollout names one");
    Run.of("score", file, "--input=" + gauge.path("in"), "--output=" + gauge.path("out"))
        .refused(
            "--shadowOutput is required by mode: shadow of %s; credence help score explains it"
                .formatted(file));
    Run within =
        Run.of(
            "score",
            file,
            "--input=" + gauge.path("in"),
            "--output=" + gauge.path("out"),
            "--shadowOutput=" + gauge.path("out/shadow"));
    assertThat(within.err())
        .contains(
            "--shadowOutput=%s: must lie apart from %s, neither within it nor around it"
                .formatted(gauge.path("out/shadow"), gauge.path("out")));
    shadow(rollout(Path.of(copy), "share: 0.1\n"))
        .refused(
            "%s:4: share is for canary and ab; a shadow scores every record, so remove it"
                .formatted(gauge.path("rollout.yaml")));
    shadow("--rollout=" + gauge.path("none.yaml"))
        .refused(
            "--rollout=%s: can't be read: %s"
                .formatted(gauge.path("none.yaml"), gauge.path("none.yaml") + ": no such file"));
  }

  @Test
  void modelsWithOtherFeaturesNeedAKey() throws Exception {
    Path model = gauge.model("other", "");
    Path yaml = model.resolve("model.yaml");
    Files.writeString(
        yaml, Files.readString(yaml).replace("spread: {type:", "spread: {column: width, type:"));
    Run run = shadow(rollout(model, ""));
    assertThat(run.err())
        .singleElement()
        .asString()
        .startsWith("challenger=%s: without a key, a record's noise goes by".formatted(model));
  }
}
