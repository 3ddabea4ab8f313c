package io.credence.predict;

import static io.credence.predict.ModelFixture.predicting;
import static io.credence.predict.Records.record;
import static org.assertj.core.api.Assertions.assertThat;

import io.credence.deadletter.UnscorableException;
import io.credence.model.Model;
import io.credence.model.ModelDigest;
import java.util.Arrays;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What models that borrow another one's noise id have in common, and what new levels share. */
class CommonNoiseTest {

  private static final int N = 20_000;
  private static final ModelDigest CHAMPION = ModelDigest.of(new byte[32]);
  private static final PredictSpec SPEC =
      PredictSpec.DEFAULT.withNumSamples(N).withNoiseId(CHAMPION);

  @Test
  void modelsOfEqualNumbersGiveEqualSamples() throws Exception {
    assertThat(samples(studentT("5").digest(1).model()))
        .containsExactly(samples(studentT("5").digest(2).model()));
  }

  @Test
  void withoutANoiseIdAModelHasItsOwn() throws Exception {
    Model model = studentT("5").digest(1).model();
    PredictSpec own = SPEC.withNoiseId(null);
    assertThat(own.withNoiseId(model.digest())).isNotEqualTo(own);
    double[] samples = Records.samples(Predictor.of(model, own), record("x", 1));
    assertThat(samples)
        .containsExactly(
            Records.samples(Predictor.of(model, own.withNoiseId(model.digest())), record("x", 1)));
    assertThat(common(samples, samples(model))).isEmpty();
  }

  /**
   * Each draw rejects for some samples of one model and accepts for the other. Were those behind it
   * out of step, their correlation would be 0; so one such sample is all it may cost.
   */
  @ParameterizedTest
  @CsvSource({"5,5.01", "4,4.002", "30,30.1", "2.1,2.105", "0.7,0.701", "0.3,0.3002", "1,1.002"})
  void samplesOfNearModelsAreNear(String nu, String other) throws Exception {
    double[] one = samples(studentT(nu).digest(1).model());
    double[] two = samples(studentT(other).digest(2).model());
    assertThat(correlation(ranks(one), ranks(two))).isGreaterThan(0.999);
    assertThat(correlation(bounded(one), bounded(two))).isGreaterThan(0.999);
    if (Double.parseDouble(nu) > 4) {
      assertThat(correlation(one, two)).isGreaterThan(0.999);
    }
  }

  @Test
  void recordsOfOneNewLevelShareItsEffect() throws Exception {
    assertThat(effects("x", 1, "shop", "new", "day", "mo"))
        .containsExactly(effects("x", 2, "shop", "new", "day", "mo"));
  }

  @Test
  void newLevelsShareNothing() throws Exception {
    assertThat(
            common(
                effects("x", 1, "shop", "new", "day", "mo"),
                effects("x", 1, "shop", "newer", "day", "mo")))
        .isEmpty();
  }

  @Test
  void elementsOfAParameterShareNothing() throws Exception {
    assertThat(
            common(
                effects("x", 1, "shop", "new", "day", "mo"),
                effects("x", 1, "shop", "new", "day", "tu")))
        .isEmpty();
  }

  @Test
  void parametersShareNothing() throws Exception {
    ModelFixture both =
        shops("alpha[shop] - beta[shop]")
            .vector("alpha", "shop", 1, 1, 1, 1)
            .vector("beta", "shop", 1, 1, 1, 1)
            .unseen("shop", "alpha", "normal(0, 1)")
            .unseen("shop", "beta", "normal(0, 1)");
    double[] differences =
        Records.samples(
            Predictor.of(both.model(), SPEC), record("x", 1, "shop", "new", "day", "mo"));
    assertThat(differences).doesNotContain(0);
  }

  @Test
  void effectsFollowTheNoiseIdAndNotTheDigest() throws Exception {
    Map<String, Object> record = record("x", 1, "shop", "new", "day", "mo");
    assertThat(Records.samples(Predictor.of(effect().digest(1).model(), SPEC), record))
        .containsExactly(Records.samples(Predictor.of(effect().digest(2).model(), SPEC), record));
  }

  private static double[] effects(Object... record) throws UnscorableException {
    return Records.samples(Predictor.of(effect().model(), SPEC), record(record));
  }

  private static ModelFixture effect() {
    return shops("theta[shop, day]")
        .matrix("theta", 1, 2, 1, 1, 1, 1, 2, 2, 2, 2)
        .unseen("shop", "theta", "normal(0, 1)");
  }

  private static ModelFixture shops(String predict) {
    return predicting(predict).number("x").texts("shop", "old").texts("day", "mo", "tu");
  }

  private static ModelFixture studentT(String nu) {
    return predicting("student_t(%s, x, 2)".formatted(nu)).number("x");
  }

  private static double[] samples(Model model) throws UnscorableException {
    return Records.samples(Predictor.of(model, SPEC), record("x", 1));
  }

  /** Values that are in both. */
  private static Set<Double> common(double[] one, double[] two) {
    Set<Double> common = Arrays.stream(one).boxed().collect(Collectors.toSet());
    common.retainAll(Arrays.stream(two).boxed().collect(Collectors.toSet()));
    return common;
  }

  /** Rank correlation has a meaning where the tails are too heavy for a variance. */
  private static double[] ranks(double[] values) {
    double[] sorted = values.clone();
    Arrays.sort(sorted);
    return Arrays.stream(values).map(x -> Arrays.binarySearch(sorted, x)).toArray();
  }

  private static double[] bounded(double[] values) {
    return Arrays.stream(values).map(Math::atan).toArray();
  }

  private static double correlation(double[] x, double[] y) {
    double meanX = Arrays.stream(x).average().orElseThrow();
    double meanY = Arrays.stream(y).average().orElseThrow();
    double covariance =
        IntStream.range(0, x.length).mapToDouble(i -> (x[i] - meanX) * (y[i] - meanY)).sum();
    double varianceX = Arrays.stream(x).map(v -> (v - meanX) * (v - meanX)).sum();
    double varianceY = Arrays.stream(y).map(v -> (v - meanY) * (v - meanY)).sum();
    return covariance / Math.sqrt(varianceX * varianceY);
  }
}
