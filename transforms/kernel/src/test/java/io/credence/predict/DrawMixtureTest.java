package io.credence.predict;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.credence.distribution.Distribution;
import io.credence.distribution.Distributions;
import io.credence.distribution.Modifier;
import io.credence.draws.DrawColumn;
import io.credence.evaluation.Reference;
import io.credence.model.PredictiveMixture;
import io.credence.model.Sampler;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class DrawMixtureTest {

  private static PredictiveMixture mixture(Distribution distribution, double[]... parameters) {
    DrawColumn[] columns =
        Arrays.stream(parameters)
            .map(
                values -> {
                  DrawColumn column = new DrawColumn();
                  column.set(values, 0);
                  return column;
                })
            .toArray(DrawColumn[]::new);
    return DrawMixture.of(distribution, () -> columns, parameters[0].length).orElseThrow();
  }

  private static Distribution named(String name) {
    if (name.equals("mixture")) {
      return Modifier.MIXTURE.of(List.of(named("normal"), named("normal")));
    }
    return Distributions.named(name).orElseThrow();
  }

  /** The check values of SciPy 1.17.1 for three normals of equal weight. */
  @Test
  void mixesNormals() {
    PredictiveMixture mixture =
        mixture(named("normal"), new double[] {0, 1, 3}, new double[] {1, .5, 2});
    assertThat(mixture.cdf(0.7)).isCloseTo(0.3857871337213836, within(1e-15));
    assertThat(mixture.below(0.7)).isEqualTo(mixture.cdf(0.7));
    assertThat(mixture.logDensity(0.7)).isCloseTo(-1.02010497, within(5e-9));
  }

  /** Cases of SciPy, made by reference.py beside the tests of evaluation. */
  @Test
  void agreesWithSciPy() throws Exception {
    List<String[]> cases = Reference.lines("mixture");
    assertThat(cases).hasSizeGreaterThan(50);
    for (String[] fields : cases) {
      PredictiveMixture mixture = mixture(named(fields[1]), Reference.rows(fields[2]));
      double y = Reference.number(fields[3]);
      same(mixture.cdf(y), fields[4], fields[1]);
      same(mixture.below(y), fields[5], fields[1]);
      double log = Reference.number(fields[6]);
      assertThat(mixture.logDensity(y))
          .as(fields[1])
          .isCloseTo(log, within(1e-12 * Math.max(1, Math.abs(log))));
    }
  }

  private static void same(double actual, String expected, String name) {
    double value = Double.parseDouble(expected);
    assertThat(actual).as(name).isCloseTo(value, within(1e-12 * value + 1e-300));
  }

  @Test
  void whereValuesHaveAProbabilityLessIsNotAtMost() {
    double[] half = {0.5, 0.5};
    PredictiveMixture coin = mixture(named("bernoulli"), half);
    assertThat(coin.below(1)).isEqualTo(0.5);
    assertThat(coin.below(0)).isZero();
    double[] two = {2, 2};
    double[] one = {1, 1};
    PredictiveMixture hurdle = mixture(named("hurdle_gamma"), half, two, one);
    assertThat(hurdle.below(0)).isZero();
    assertThat(hurdle.cdf(0)).isEqualTo(0.5);
    PredictiveMixture censored =
        mixture(
            Modifier.CENSORED.of(List.of(named("normal"))),
            new double[] {0, 0},
            one,
            new double[] {0, 0},
            two);
    assertThat(censored.below(0)).isZero();
    assertThat(censored.cdf(0)).isEqualTo(0.5);
    assertThat(censored.below(2)).isCloseTo(0.9772498680518208, within(1e-12));
    assertThat(censored.cdf(2)).isEqualTo(1);
  }

  @Test
  void farTailsHaveALogDensity() {
    PredictiveMixture mixture = mixture(named("normal"), new double[] {0, 0}, new double[] {1, 1});
    assertThat(mixture.logDensity(100)).isCloseTo(-5000.918938533205, within(1e-9));
    assertThat(mixture(named("poisson"), new double[] {1, 2}).logDensity(-1))
        .isEqualTo(Double.NEGATIVE_INFINITY);
  }

  @Test
  void plainExpressionsAndClassesHaveNone() {
    Sampler plain = ModelFixture.predicting("b").parameter("b", 1, 2, 3, 4).model().sampler(4);
    assertThat(plain.mixture(0)).isEmpty();
    Sampler classes =
        ModelFixture.predicting("categorical([0.5, 0.5], labels = c)")
            .coordinate("c", "a", "b")
            .model()
            .sampler(4);
    assertThat(classes.mixture(0)).isEmpty();
  }

  @Test
  void followsItsSampler() throws Exception {
    Predictor predictor =
        Predictor.of(
            ModelFixture.predicting("normal(x, 1)").number("x").model(),
            PredictSpec.DEFAULT.withNumSamples(4));
    PredictiveMixture mixture = predictor.mixture(0).orElseThrow();
    Records.samples(predictor, Records.record("x", 5.0));
    assertThat(mixture.cdf(5)).isEqualTo(0.5);
    Records.samples(predictor, Records.record("x", 0.0));
    assertThat(mixture.cdf(5)).isGreaterThan(0.999);
  }
}
