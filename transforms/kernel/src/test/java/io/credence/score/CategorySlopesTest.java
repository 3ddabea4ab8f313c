package io.credence.score;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.credence.folder.ModelFolder;
import io.credence.folder.ModelLoader;
import io.credence.model.Model;
import io.credence.predict.PredictSpec;
import io.credence.summary.SummarySpec;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The sample model against the formulas for a normal posterior. */
class CategorySlopesTest {

  private static final int N = 40_000;

  /** Posterior sd of each slope, as the sample's README has it. */
  private static final double SLOPE_SD = 0.0051;

  private static final double SIGMA = 0.7459;

  /**
   * y is nearly normal with mean E[beta] x and variance sigma^2 + x^2 Var(beta). The mean may be
   * off by 5 standard errors, sd / sqrt(N), which happens once in 1.7 million, and the others
   * accordingly; what the README rounds, 0.00005 x, comes on top.
   */
  @ParameterizedTest
  @CsvSource({"0, 5, 0.9938", "1, 5, 1.2504", "2, 5, 1.5017", "1, 0, 1.2504", "2, 40, 1.5017"})
  void isNearTheAnalyticPrediction(int category, double x, double slope) throws Exception {
    Scored score = score(Map.of("x", x, "category", category));
    double mean = slope * x;
    double sd = Math.hypot(SIGMA, SLOPE_SD * x);
    double error = sd / Math.sqrt(N);
    double rounded = 0.00005 * x;
    assertThat(score.summary().mean()).isCloseTo(mean, within(5 * error + rounded));
    // Standard errors: of a median, 1.2533 that of the mean; of an sd, 0.7071 of it.
    assertThat(score.summary().median()).isCloseTo(mean, within(5 * 1.2533 * error + rounded));
    assertThat(score.summary().sd()).isCloseTo(sd, within(5 * 0.7071 * error + 0.02 * sd));
    // The ends of the shortest interval vary more than quantiles do; 0.1 sd is wide enough.
    assertThat(score.summary().hdiLower(0)).isCloseTo(mean - 1.96 * sd, within(0.1 * sd));
    assertThat(score.summary().hdiUpper(0)).isCloseTo(mean + 1.96 * sd, within(0.1 * sd));
  }

  @ParameterizedTest
  @CsvSource({"5", "-1"})
  void anUnseenCategoryHasThePriorsSlope(int category) throws Exception {
    Scored score = score(Map.of("x", 10, "category", category));
    double sd = Math.hypot(SIGMA, 2 * 10);
    assertThat(score.unseenLevels()).containsExactly("category=" + category);
    assertThat(score.summary().mean()).isCloseTo(0, within(5 * sd / Math.sqrt(N)));
    assertThat(score.summary().sd()).isCloseTo(sd, within(5 * 0.7071 * sd / Math.sqrt(N)));
  }

  private static Scored score(Map<String, Object> record) throws Exception {
    Model model =
        ModelLoader.load(ModelFolder.local(Path.of("../../samples/category-slopes"))).model();
    PredictSpec predict = PredictSpec.DEFAULT.withNumSamples(N);
    Scorer scorer = Scorer.of(model, new ScoreSpec(predict, SummarySpec.defaults(), false));
    return scorer.score((r, field) -> r.get(scorer.fields().get(field)), record);
  }
}
