package io.credence.score;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.credence.model.Model;
import io.credence.predict.ModelFixture;
import io.credence.predict.PredictSpec;
import io.credence.summary.SummarySpec;
import java.util.List;
import java.util.Map;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ScoreColumnsTest {

  private static final Model MODEL =
      ModelFixture.predicting("beta").parameter("beta", 1, 2, 3, 5).model();

  private static final SummarySpec NO_HISTOGRAM = SummarySpec.defaults().withBins(0);

  private static ScoreSpec spec(SummarySpec summary, boolean emitSamples) {
    return new ScoreSpec(PredictSpec.DEFAULT.withNumSamples(4), summary, emitSamples);
  }

  private static List<String> names(Model model, ScoreSpec spec) {
    return ScoreColumns.of(model, spec).columns().stream().map(ScoredColumn::name).toList();
  }

  @Test
  void areThoseOfTheContractByDefault() {
    assertThat(ScoreColumns.of(MODEL, ScoreSpec.DEFAULT).columns())
        .map(column -> column.name() + " " + column.type())
        .containsExactly(
            "y_pred DOUBLE",
            "y_pred_mean DOUBLE",
            "y_pred_sd DOUBLE",
            "y_pred_lower DOUBLE",
            "y_pred_upper DOUBLE",
            "y_pred_bin_edges DOUBLE_LIST",
            "y_pred_density DOUBLE_LIST",
            "model_name STRING",
            "model_version STRING",
            "model_digest STRING",
            "n_samples LONG");
  }

  @Test
  void standInTheOrderOfTheContractWhenEverythingIsAsked() {
    SummarySpec all =
        SummarySpec.defaults().withHdi(0.95, 0.8, 0.5).withEti(0.89, 0.5).withExceedance(15, 0);
    Model model =
        ModelFixture.predicting("beta[c]")
            .texts("c", "a")
            .vector("beta", "c", 1, 2, 3, 4)
            .unseen("c", "beta", "normal()")
            .model();
    assertThat(names(model, spec(all, true)))
        .containsExactly(
            "y_pred",
            "y_pred_mean",
            "y_pred_sd",
            "y_pred_lower",
            "y_pred_upper",
            "y_pred_hdi_80_lower",
            "y_pred_hdi_80_upper",
            "y_pred_hdi_50_lower",
            "y_pred_hdi_50_upper",
            "y_pred_eti_89_lower",
            "y_pred_eti_89_upper",
            "y_pred_eti_50_lower",
            "y_pred_eti_50_upper",
            "y_pred_p_gt_15",
            "y_pred_p_gt_0",
            "y_pred_bin_edges",
            "y_pred_density",
            "y_pred_samples",
            "model_name",
            "model_version",
            "model_digest",
            "n_samples",
            "unseen_levels");
  }

  @Test
  void leaveTheHistogramOutWithoutBins() {
    assertThat(names(MODEL, spec(NO_HISTOGRAM, false)))
        .doesNotContain("y_pred_bin_edges", "y_pred_density");
  }

  @ParameterizedTest
  @CsvSource({
    "0.8, 80",
    "0.975, 97_5",
    "0.29, 29",
    "0.07, 7",
    "0.001, 0_1",
    "0.999, 99_9",
    "0.5, 50"
  })
  void intervalsAreNamedByTheirPercentage(double probability, String name) {
    SummarySpec summary = NO_HISTOGRAM.withHdi(0.95, probability).withEti(probability);
    assertThat(names(MODEL, spec(summary, false)))
        .contains(
            "y_pred_hdi_" + name + "_lower",
            "y_pred_hdi_" + name + "_upper",
            "y_pred_eti_" + name + "_lower",
            "y_pred_eti_" + name + "_upper");
  }

  @ParameterizedTest
  @CsvSource({
    "15, 15",
    "-15, m15",
    "0, 0",
    "-0.0, 0",
    "2.5, 2_5",
    "-0.25, m0_25",
    "1e6, 1000000",
    "1e-3, 0_001"
  })
  void thresholdsAreNamedByTheirValue(double threshold, String name) {
    assertThat(names(MODEL, spec(NO_HISTOGRAM.withExceedance(threshold), false)))
        .contains("y_pred_p_gt_" + name);
  }

  @Test
  void aRowHoldsTheFiguresOfItsScore() throws Exception {
    SummarySpec summary = SummarySpec.defaults().withHdi(0.5).withExceedance(2).withBins(2);
    ScoreSpec spec = spec(summary, true);
    Scored score = Scorer.of(MODEL, spec).score((record, field) -> null, Map.of());
    ScoredRow row = ScoreColumns.of(MODEL, spec).row(score);
    // numpy 2.4.6: median, mean, std(ddof=1), (x > 2).mean(), histogram(x, 2, density=True) of
    // x = [1, 2, 3, 5]; the HDI spans floor(0.5 * 4) + 1 = 3 draws, of which 1, 2, 3 are closest.
    assertThat(row.doubleAt(0)).isEqualTo(2.5);
    assertThat(row.doubleAt(1)).isEqualTo(2.75);
    assertThat(row.doubleAt(2)).isEqualTo(1.707825127659933);
    assertThat(row.doubleAt(3)).isEqualTo(1);
    assertThat(row.doubleAt(4)).isEqualTo(3);
    assertThat(row.doubleAt(5)).isEqualTo(0.5);
    assertThat(row.doublesAt(6)).containsExactly(1, 3, 5);
    assertThat(row.doublesAt(7)).containsExactly(0.25, 0.25);
    assertThat(row.doublesAt(8)).containsExactly(1, 2, 3, 5);
    assertThat(row.stringAt(9)).isEqualTo("fixture");
    assertThat(row.stringAt(10)).isEqualTo("1.0");
    assertThat(row.stringAt(11)).isEqualTo("0".repeat(64));
    assertThat(row.longAt(12)).isEqualTo(4);
  }

  @Test
  void aColumnThatIsReadAsAnotherTypeIsAnErrorAndNoFigure() throws Exception {
    ScoreSpec spec = spec(SummarySpec.defaults().withBins(2), true);
    Scored score = Scorer.of(MODEL, spec).score((record, field) -> null, Map.of());
    ScoreColumns columns = ScoreColumns.of(MODEL, spec);
    ScoredRow row = columns.row(score);
    for (int column = 0; column < columns.columns().size(); column++) {
      int at = column;
      Map<ScoredColumn.Type, ThrowingCallable> readers =
          Map.of(
              ScoredColumn.Type.DOUBLE, () -> row.doubleAt(at),
              ScoredColumn.Type.DOUBLE_LIST, () -> row.doublesAt(at),
              ScoredColumn.Type.LONG, () -> row.longAt(at),
              ScoredColumn.Type.STRING, () -> row.stringAt(at),
              ScoredColumn.Type.STRING_LIST, () -> row.stringsAt(at));
      ScoredColumn read = columns.columns().get(column);
      readers.forEach(
          (type, reader) -> {
            if (type != read.type()) {
              assertThatIllegalArgumentException()
                  .isThrownBy(reader)
                  .withMessage(
                      "Column %s is read as %s, but is %s"
                          .formatted(read.name(), type, read.type()));
            }
          });
    }
  }
}
