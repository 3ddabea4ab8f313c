package io.credence.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.credence.model.Model;
import io.credence.model.Output;
import io.credence.predict.ModelFixture;
import io.credence.predict.PredictSpec;
import io.credence.score.ScoreSpec;
import io.credence.score.Scorer;
import io.credence.summary.SummarySpec;
import java.util.Arrays;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;

class ExactCrpsTest {

  private static final Map<String, String> CALLS =
      Map.of(
          "normal", "normal(p0, p1)",
          "student_t", "student_t(p0, p1, p2)",
          "gamma", "gamma(p0, p1)",
          "poisson", "poisson(p0)",
          "bernoulli", "bernoulli(p0)",
          "mixture", "mixture([p0, p1], normal(p2, p3), normal(p4, p5))");

  private static double crps(String predict, double y, double[]... parameters) throws Exception {
    ModelFixture fixture = ModelFixture.predicting(predict);
    for (int i = 0; i < parameters.length; i++) {
      fixture.parameter("p" + i, parameters[i]);
    }
    Model model = fixture.model();
    PredictSpec draws = PredictSpec.DEFAULT.withNumSamples(64);
    Scorer scorer = Scorer.of(model, new ScoreSpec(draws, SummarySpec.defaults(), false));
    scorer.score((record, field) -> null, "record");
    double[] sorted = scorer.drawn().samples(0).clone();
    Arrays.sort(sorted);
    boolean whole = model.outputs().get(0).kind() == Output.Kind.INTEGER;
    return ExactCrps.of(scorer.mixture(0).orElseThrow(), whole).of(sorted, sorted.length, y);
  }

  /**
   * Closed forms of scoringrules, made by reference.py. Sums have all digits, and integrals most.
   * Those of gamma distributions have fewer, since a distribution function may rise steeply at 0.
   * (The greatest errors of 10,000 cases: 1e-14, 3e-12 and 2e-10.)
   */
  @Test
  void agreesWithClosedForms() throws Exception {
    for (String[] line : Reference.lines("crps")) {
      double expected = Reference.number(line[4]);
      double actual =
          crps(
              Objects.requireNonNull(CALLS.get(line[1])),
              Reference.number(line[3]),
              Reference.rows(line[2]));
      assertThat(actual)
          .as(String.join(" ", line))
          .isCloseTo(expected, within(expected * tolerance(line[1])));
    }
  }

  private static double tolerance(String distribution) {
    return switch (distribution) {
      case "poisson", "bernoulli" -> 1e-12;
      case "gamma" -> 1e-9;
      default -> 1e-11;
    };
  }

  /** The check value of three normals of equal weight. */
  @Test
  void mixesNormals() throws Exception {
    String three = "mixture([1 / 3, 1 / 3, 1 / 3], normal(0, 1), normal(1, 0.5), normal(3, 2))";
    assertThat(crps(three, 0.7)).isCloseTo(0.36191861, within(5e-9));
  }

  @Test
  void bendsAndStepsAreFound() throws Exception {
    // y^3 / 3 + (1 - y)^3 / 3
    assertThat(crps("uniform(0, 1)", 0.3)).isCloseTo(0.37 / 3, within(1e-10));
    // scoringrules 0.10.0: crps_cnormal(0.4, 0, 1, lower=0, upper=2)
    assertThat(crps("censored(normal(0, 1), lower = 0, upper = 2)", 0.4))
        .isCloseTo(0.1797387001779967, within(1e-9));
    // A thousandth is not among 64 samples: that of exponential(1), scaled, and a step at 0.
    assertThat(crps("hurdle_gamma(0.001, 1, 1)", 0)).isCloseTo(0.001 * 0.001 / 2, within(1e-9));
  }

  /** Beyond all that has a probability, the score grows as the label does. */
  @Test
  void farLabelsAreFarOff() throws Exception {
    assertThat(crps("normal(0, 1)", 1e6)).isCloseTo(1e6 - 1 / Math.sqrt(Math.PI), within(1e-4));
    assertThat(crps("poisson(3)", 1e9) - crps("poisson(3)", 100)).isEqualTo(1e9 - 100);
    assertThat(crps("poisson(3)", -1e9) - crps("poisson(3)", 0)).isEqualTo(1e9);
  }

  @Test
  void tooManyWholeNumbersHaveNone() throws Exception {
    assertThat(crps("poisson(10000)", 10_000)).isFinite();
    assertThat(crps("poisson(1000000)", 10_000)).isNaN();
  }
}
