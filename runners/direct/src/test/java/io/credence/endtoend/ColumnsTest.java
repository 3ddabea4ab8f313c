package io.credence.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.apache.parquet.example.data.Group;
import org.apache.parquet.schema.Type;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The columns that scoring appends. */
class ColumnsTest {

  private final Gauge gauge;

  ColumnsTest(@TempDir Path folder) {
    gauge = new Gauge(folder);
  }

  private List<Group> score(String... options) {
    gauge.input("in/a.parquet", Gauge.rows(4));
    gauge.score(options).done();
    return gauge.scored("out");
  }

  private static List<String> names(Group row) {
    return row.getType().getFields().stream().map(Type::getName).toList();
  }

  private static List<Double> list(Group row, String name) {
    Group list = row.getGroup(name, 0);
    return IntStream.range(0, list.getFieldRepetitionCount("list"))
        .mapToObj(i -> list.getGroup("list", i).getDouble("element", 0))
        .toList();
  }

  @Test
  void byDefault() {
    Group row = score().get(0);
    assertThat(names(row))
        .containsExactly(
            "id",
            "x",
            "spread",
            "kind",
            "y_pred",
            "y_pred_mean",
            "y_pred_sd",
            "y_pred_lower",
            "y_pred_upper",
            "y_pred_bin_edges",
            "y_pred_density",
            "model_name",
            "model_version",
            "model_digest",
            "n_samples");
    assertThat(list(row, "y_pred_bin_edges")).hasSize(11).isSorted();
    assertThat(list(row, "y_pred_density")).hasSize(10).allMatch(density -> density >= 0);
    assertThat(row.getString("model_name", 0)).isEqualTo("gauge");
    assertThat(row.getString("model_version", 0)).isEqualTo("0.3.0");
    assertThat(row.getString("model_digest", 0)).matches("[0-9a-f]{64}");
    assertThat(row.getLong("n_samples", 0)).isEqualTo(100);
  }

  @Test
  void allThatCanBeAskedFor() {
    Group row =
        score(
                "--hdiProbability=0.9,0.8,0.975",
                "--etiProbability=0.89",
                "--exceed=15,-1.5,0",
                "--bins=2",
                "--emitSamples",
                "--model=" + gauge.tolerantModel())
            .get(0);
    assertThat(names(row).subList(4, names(row).size()))
        .containsExactly(
            "y_pred",
            "y_pred_mean",
            "y_pred_sd",
            "y_pred_lower",
            "y_pred_upper",
            "y_pred_hdi_80_lower",
            "y_pred_hdi_80_upper",
            "y_pred_hdi_97_5_lower",
            "y_pred_hdi_97_5_upper",
            "y_pred_eti_89_lower",
            "y_pred_eti_89_upper",
            "y_pred_p_gt_15",
            "y_pred_p_gt_m1_5",
            "y_pred_p_gt_0",
            "y_pred_bin_edges",
            "y_pred_density",
            "y_pred_samples",
            "model_name",
            "model_version",
            "model_digest",
            "n_samples",
            "unseen_levels");
    assertThat(list(row, "y_pred_bin_edges")).hasSize(3);
    assertThat(row.getDouble("y_pred_p_gt_15", 0)).isZero();
  }

  @Test
  void quantilesAndThoseOfOneOutput() {
    assertThat(names(score("--quantiles=0.1,0.8", "--exceed=y:3", "--bins=0").get(0)))
        .containsSubsequence("y_pred_upper", "y_pred_q_10", "y_pred_q_80", "y_pred_p_gt_3");
  }

  @Test
  void anOutputThatTheModelLacksIsRefused() {
    gauge.input("in/a.parquet", Gauge.rows(1));
    gauge
        .score("--exceed=z:3")
        .refused("--exceed: The model has no output 'z' (did you mean 'y'?); it has: y");
  }

  @Test
  void samplesAreWhatTheFiguresSay() {
    for (Group row : score("--emitSamples", "--exceed=0")) {
      List<Double> samples = new ArrayList<>(list(row, "y_pred_samples"));
      samples.sort(null);
      assertThat(samples).hasSize(100);
      assertThat(row.getDouble("y_pred", 0)).isEqualTo((samples.get(49) + samples.get(50)) / 2);
      assertThat(row.getDouble("y_pred_p_gt_0", 0))
          .isEqualTo(samples.stream().filter(sample -> sample > 0).count() / 100.0);
    }
  }

  @Test
  void withoutAHistogram() {
    assertThat(names(score("--bins=0").get(0)))
        .doesNotContain("y_pred_bin_edges", "y_pred_density");
  }

  @Test
  void aSingleSampleHasNoStandardDeviation() {
    Group row = score("--numSamples=1").get(0);
    assertThat(row.getDouble("y_pred_sd", 0)).isNaN();
    assertThat(row.getDouble("y_pred", 0)).isEqualTo(row.getDouble("y_pred_upper", 0)).isFinite();
  }

  @Test
  void theFirstRowsAreShown() {
    gauge.input("in/a.parquet", Gauge.rows(4));
    Run run = gauge.score("--keyField=id").done();
    assertThat(run.out().get(0).strip().split(" +"))
        .containsExactly("id", "x", "spread", "kind", "y_pred", "y_pred_lower", "y_pred_upper");
    assertThat(run.out().subList(1, 5)).allMatch(line -> line.strip().split(" +").length == 7);
    assertThat(run.out())
        .containsSubsequence(
            "model                      gauge 0.3.0",
            "read                       4",
            "scored                     4",
            "dead letters               0",
            "output                     " + gauge.path("out"));
  }
}
