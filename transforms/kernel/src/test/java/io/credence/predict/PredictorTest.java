package io.credence.predict;

import static io.credence.predict.ModelFixture.predicting;
import static io.credence.predict.Records.record;
import static io.credence.predict.Records.samples;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.credence.deadletter.DeadLetterCode;
import io.credence.deadletter.UnscorableException;
import io.credence.expression.Symbol;
import io.credence.model.Feature;
import io.credence.model.FeatureType;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.nio.CharBuffer;
import java.util.List;
import java.util.Map;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.assertj.core.data.Offset;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PredictorTest {

  private static ModelFixture line() {
    return predicting("normal(beta * x, 1)").number("x").parameter("beta", 1, 2, 3, 4);
  }

  private static double[] keyed(Object key) throws UnscorableException {
    return keyed(key, 1.0);
  }

  private static double[] keyed(Object key, double x) throws UnscorableException {
    PredictSpec spec = PredictSpec.DEFAULT.withNumSamples(4).withKeyField("id");
    return samples(Predictor.of(line().model(), spec), record("id", key, "x", x));
  }

  private static void assertUnscorable(
      ThrowingCallable call, DeadLetterCode code, @Nullable String feature, String message) {
    assertThatThrownBy(call)
        .isInstanceOfSatisfying(
            UnscorableException.class,
            e -> {
              assertThat(e.reason()).isEqualTo(message);
              assertThat(e.code()).isEqualTo(code);
              assertThat(e.feature()).isEqualTo(feature);
            });
  }

  @Test
  void readsFeaturesInTheirOrderAndThenTheKey() {
    ExpressionModel model = predicting("a + b").number("b").number("a").model();
    assertThat(Predictor.fields(model, null)).containsExactly("b", "a");
    assertThat(Predictor.of(model, PredictSpec.DEFAULT.withKeyField("id")).fields())
        .containsExactly("b", "a", "id");
  }

  @Test
  void aFeatureMayBeTheKeyToo() throws Exception {
    PredictSpec spec = PredictSpec.DEFAULT.withNumSamples(4).withKeyField("x");
    Predictor predictor = Predictor.of(line().model(), spec);
    assertThat(predictor.fields()).containsExactly("x", "x");
    assertThat(samples(predictor, record("x", 1.0)))
        .containsExactly(samples(line().model(), record("x", 1.0)));
  }

  @Test
  void withoutAKeyFieldEqualFeaturesGetEqualNoise() throws Exception {
    assertThat(samples(line().model(), record("x", 1.0, "id", 1)))
        .containsExactly(samples(line().model(), record("x", 1.0, "id", 2)));
  }

  @Test
  void withoutAKeyFieldOtherFeaturesGetOtherNoise() throws Exception {
    ExpressionModel model = predicting("normal(0, 1)").number("x").model();
    assertThat(samples(model, record("x", 1.0))).doesNotContain(samples(model, record("x", 2.0)));
  }

  @Test
  void withAKeyFieldTheKeyAloneDecides() throws Exception {
    double[] one = keyed(7, 0);
    double[] two = keyed(7, 1);
    for (int i = 0; i < 4; i++) {
      // The same noise, so the difference is that of the means.
      assertThat(two[i] - one[i]).isCloseTo(i + 1, Offset.offset(1e-12));
    }
    assertThat(keyed(8, 0)).isNotEqualTo(one);
  }

  @Test
  void aKeyIsTheSameInEveryFormat() throws Exception {
    assertThat(keyed(5.0)).containsExactly(keyed(5));
    assertThat(keyed(5L)).containsExactly(keyed(5));
    assertThat(keyed((short) 5)).containsExactly(keyed(5));
    assertThat(keyed(5f)).containsExactly(keyed(5));
    assertThat(keyed(CharBuffer.wrap("a"))).containsExactly(keyed("a"));
    assertThat(keyed("5")).isNotEqualTo(keyed(5));
  }

  @ParameterizedTest
  @CsvSource({"5.00, 5", "5E+1, 50", "0.10, 0.1", "-2.5, -2.5", "1E+300, 1e300"})
  void decimalKeysAreTheNumbersThatTheyEqual(BigDecimal decimal, double number) throws Exception {
    assertThat(keyed(decimal)).containsExactly(keyed(number));
  }

  @Test
  void decimalKeysThatNoOtherFormatCouldHoldAreKeptApart() throws Exception {
    assertThat(keyed(new BigDecimal("0.10000000000000000001"))).isNotEqualTo(keyed(0.1));
    assertThat(keyed(new BigInteger("9007199254740993"))).containsExactly(keyed(9007199254740993L));
    assertThat(keyed(BigInteger.valueOf(Long.MAX_VALUE))).containsExactly(keyed(Long.MAX_VALUE));
    assertThat(keyed(new BigDecimal("1E+1000000000")))
        .isNotEqualTo(keyed(new BigDecimal("1E+999999999")));
    assertThat(keyed(new BigDecimal("1E+2147483647")))
        .isNotEqualTo(keyed(new BigDecimal("2E+2147483647")));
    assertThat(keyed(new BigDecimal("1E-1500000000")))
        .isNotEqualTo(keyed(new BigDecimal("2E-1500000000")));
  }

  @Test
  void largeIntegersAreDifferentKeys() throws Exception {
    // As doubles, they would be equal.
    assertThat(keyed(9007199254740993L)).isNotEqualTo(keyed(9007199254740992L));
  }

  @Test
  void featuresAreTheSameInEveryFormat() throws Exception {
    assertThat(samples(line().model(), record("x", 2)))
        .containsExactly(samples(line().model(), record("x", 2.0)));
  }

  @Test
  void aMissingKeyIsRejected() {
    PredictSpec spec = PredictSpec.DEFAULT.withKeyField("id");
    Predictor predictor = Predictor.of(line().model(), spec);
    assertUnscorable(
        () -> samples(predictor, record("x", 1)),
        DeadLetterCode.MISSING_KEY,
        "id",
        "The key field 'id' is missing");
  }

  @Test
  void aKeyWithoutATextOfItsOwnIsRejected() {
    assertUnscorable(
        () -> keyed(new byte[] {1}),
        DeadLetterCode.WRONG_TYPE,
        "id",
        "The key field 'id' must be a number, a text, true or false, but is a byte[]");
  }

  @Test
  void anotherSeedGivesOtherNoise() throws Exception {
    Predictor other =
        Predictor.of(line().model(), PredictSpec.DEFAULT.withNumSamples(4).withSeed(1));
    assertThat(samples(other, record("x", 1.0)))
        .doesNotContain(samples(line().model(), record("x", 1.0)));
  }

  @Test
  void anotherModelGivesOtherNoise() throws Exception {
    assertThat(samples(line().digest(1).model(), record("x", 1.0)))
        .doesNotContain(samples(line().model(), record("x", 1.0)));
  }

  @Test
  void everyUseOfADrawGetsItsOwnNoise() throws Exception {
    ExpressionModel model =
        predicting("normal(beta, 1)").number("x").parameter("beta", 0, 0, 0, 0).model();
    Predictor predictor = Predictor.of(model, PredictSpec.DEFAULT.withNumSamples(4000));
    assertThat(samples(predictor, record("x", 1.0))).doesNotHaveDuplicates();
  }

  @Test
  void aPlainExpressionIsThePredictionItself() throws Exception {
    ExpressionModel model =
        predicting("beta * x").number("x").parameter("beta", 1, 2, 3, 4).model();
    assertThat(samples(model, record("x", 10))).containsExactly(10, 20, 30, 40);
  }

  @Test
  void aPlainExpressionMayDependOnFeaturesAlone() throws Exception {
    ExpressionModel model = predicting("x + 1").number("x").model();
    assertThat(samples(model, record("x", 10))).containsExactly(11, 11, 11, 11);
  }

  @Test
  void aModelWithoutFeaturesPredictsToo() throws Exception {
    ExpressionModel model = predicting("beta").parameter("beta", 1, 2, 3, 4).model();
    assertThat(samples(model, record())).containsExactly(1, 2, 3, 4);
  }

  @Test
  void fewerSamplesThanDrawsAreEvenlySpaced() throws Exception {
    ExpressionModel model = predicting("beta").parameter("beta", 1, 2, 3, 4).model();
    Predictor predictor = Predictor.of(model, PredictSpec.DEFAULT.withNumSamples(2));
    assertThat(samples(predictor, record())).containsExactly(1, 3);
  }

  @Test
  void moreSamplesThanDrawsGoThroughAllOfThem() throws Exception {
    ExpressionModel model = predicting("beta").parameter("beta", 1, 2, 3, 4).model();
    Predictor predictor = Predictor.of(model, PredictSpec.DEFAULT.withNumSamples(10));
    assertThat(samples(predictor, record())).containsExactly(1, 2, 3, 4, 1, 2, 3, 4, 1, 3);
  }

  @Test
  void featuresHideConstants() throws Exception {
    ExpressionModel model = predicting("x").number("x").constant("x", 99).model();
    assertThat(samples(model, record("x", 1))).containsExactly(1, 1, 1, 1);
  }

  @Test
  void constantsServeWhereNothingHidesThem() throws Exception {
    ExpressionModel model = predicting("x - x_mean").number("x").constant("x_mean", 3).model();
    assertThat(samples(model, record("x", 4))).containsExactly(1, 1, 1, 1);
  }

  @Test
  void defaultsReplaceMissingFeatures() throws Exception {
    Feature feature = Feature.of("x", FeatureType.DOUBLE, 0, 10, List.of(), 5.0);
    ExpressionModel model = predicting("normal(x, 1)").feature(feature).model();
    assertThat(samples(model, record())).containsExactly(samples(model, record("x", 5)));
  }

  @ParameterizedTest
  @ValueSource(doubles = {0, -0.5})
  void aSigmaThatIsNotPositiveIsAnInvalidParameter(double sigma) {
    ExpressionModel model =
        predicting("normal(0, sigma)").parameter("sigma", 1, 1, sigma, 1).model();
    assertUnscorable(
        () -> samples(model, record()),
        DeadLetterCode.INVALID_PARAMETER,
        "sigma",
        "sigma of normal must be > 0 and finite, but is %s in sample 2 of 4".formatted(sigma));
  }

  @Test
  void nuMustBePositive() {
    ExpressionModel model = predicting("student_t(x, 0, 1)").number("x").model();
    assertUnscorable(
        () -> samples(model, record("x", -1)),
        DeadLetterCode.INVALID_PARAMETER,
        "nu",
        "nu of student_t must be > 0 and finite, but is -1.0 in sample 0 of 4");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "uniform(lower = 2, upper = x)|upper of uniform must be above lower, but is 1.5 where lower"
            + " = 2.0",
        "beta(mu = 0.5, sigma = x)|sigma of beta must be below sqrt(mu * (1 - mu)), but is 1.5"
            + " where mu = 0.5",
        "bernoulli(x)|p of bernoulli must be >= 0 and <= 1, but is 1.5",
        "poisson(-x)|mu of poisson must be >= 0 and finite, but is -1.5",
        "binomial(x, 0.5)|n of binomial must be a whole number from 0 to 2^53, but is 1.5",
        "geometric(x)|p of geometric must be > 0 and <= 1, but is 1.5",
        "beta(mu = x, nu = 2)|mu of beta must be > 0 and < 1, but is 1.5",
        "gamma(mu = x, sigma = -x)|sigma of gamma must be > 0 and finite, but is -1.5",
        "discrete_uniform(0, x)|upper of discrete_uniform must be a whole number between -2^53 and"
            + " 2^53, but is 1.5",
      })
  void parametersLieInTheirDomains(String predict, String message) {
    ExpressionModel model = predicting(predict).number("x").model();
    boolean probability = message.matches("(p|mu) of (bernoulli|geometric|beta) .*");
    assertUnscorable(
        () -> samples(model, record("x", 1.5)),
        DeadLetterCode.INVALID_PARAMETER,
        message.substring(0, message.indexOf(' ')),
        message
            + " in sample 0 of 4"
            + (probability ? "; of log-odds x, the probability is logistic(x)" : ""));
  }

  @Test
  void aMuThatIsNotFiniteIsNoPrediction() {
    ExpressionModel model = predicting("normal(log(x), 1)").number("x").model();
    assertUnscorable(
        () -> samples(model, record("x", -1)),
        DeadLetterCode.NOT_FINITE_PREDICTION,
        "mu",
        "mu of normal must be finite, but is NaN in sample 0 of 4");
    assertUnscorable(
        () -> samples(model, record("x", 0)),
        DeadLetterCode.NOT_FINITE_PREDICTION,
        "mu",
        "mu of normal must be finite, but is -Infinity in sample 0 of 4");
  }

  /** Its samples would be 0, which looks like a prediction. */
  @Test
  void aMuThatIsNotFiniteIsNoPredictionWhereSamplesAreFinite() {
    ExpressionModel model = predicting("lognormal(log(x), 1)").number("x").model();
    assertUnscorable(
        () -> samples(model, record("x", 0)),
        DeadLetterCode.NOT_FINITE_PREDICTION,
        "mu",
        "mu of lognormal must be finite, but is -Infinity in sample 0 of 4");
  }

  @Test
  void aSigmaThatIsNaNIsNoPrediction() {
    ExpressionModel model = predicting("normal(0, sqrt(x))").number("x").model();
    assertUnscorable(
        () -> samples(model, record("x", -1)),
        DeadLetterCode.NOT_FINITE_PREDICTION,
        "sigma",
        "sigma of normal must be > 0 and finite, but is NaN in sample 0 of 4");
  }

  @Test
  void aSampleThatOverflowsIsNoPrediction() {
    ExpressionModel model = predicting("lognormal(x, 0.1)").number("x").model();
    assertUnscorable(
        () -> samples(model, record("x", 800)),
        DeadLetterCode.NOT_FINITE_PREDICTION,
        null,
        "The prediction must be finite, but is Infinity in sample 0 of 4; look for the cause in the"
            + " expression of predict");
  }

  @Test
  void aPlainExpressionThatIsNotFiniteIsNoPrediction() {
    ExpressionModel model =
        predicting("1 / (x - beta)").number("x").parameter("beta", 1, 2, 3, 4).model();
    assertUnscorable(
        () -> samples(model, record("x", 3)),
        DeadLetterCode.NOT_FINITE_PREDICTION,
        null,
        "The prediction must be finite, but is Infinity in sample 2 of 4; look for the cause in the"
            + " expression of predict");
  }

  @Test
  void theFirstLetStepThatIsNotFiniteIsNamed() {
    ExpressionModel model =
        predicting("exp(odds)")
            .number("x")
            .parameter("beta", 1, 2, 3, 4)
            .let("gap", "x - beta")
            .let("odds", "1 / gap")
            .model();
    assertUnscorable(
        () -> samples(model, record("x", 3)),
        DeadLetterCode.NOT_FINITE_PREDICTION,
        null,
        "The prediction must be finite, but is Infinity in sample 2 of 4; there, let step 'odds' is"
            + " Infinity already");
  }

  @Test
  void anIndexOutOfRangeIsToldOfTheParameter() {
    ExpressionModel model =
        predicting("beta[i]").number("i").vector("beta", "b", 1, 2, 3, 4, 5, 6, 7, 8).model();
    assertUnscorable(
        () -> samples(model, record("i", 2)),
        DeadLetterCode.OUT_OF_RANGE,
        "beta",
        "The index of beta must be a whole number from 0 to 1, but is 2.0");
  }

  @Test
  void unseenLevelsAreRejectedWithoutAPolicy() {
    ExpressionModel model =
        predicting("beta[c]")
            .texts("c", "a", "b")
            .vector("beta", "c", 1, 2, 3, 4, 5, 6, 7, 8)
            .model();
    assertUnscorable(
        () -> samples(model, record("c", "zz")),
        DeadLetterCode.UNSEEN_LEVEL,
        "c",
        "Feature 'c' has the level zz, which the model was not trained on");
  }

  @Test
  void stepsHideConstants() throws Exception {
    ExpressionModel model = predicting("c").let("c", "2").constant("c", 99).model();
    assertThat(samples(model, record())).containsExactly(2, 2, 2, 2);
  }

  @Test
  void anUnseenLevelIsOneLevelHoweverOftenItIsUsed() throws Exception {
    ExpressionModel model =
        predicting("beta[c] - beta[c]")
            .texts("c", "a")
            .vector("beta", "c", 1, 2, 3, 4)
            .unseen("c", "beta", "normal()")
            .model();
    assertThat(samples(model, record("c", "zz"))).containsExactly(0, 0, 0, 0);
  }

  @Test
  void eachCoefficientOfAnUnseenLevelIsDrawnByItself() throws Exception {
    ExpressionModel model =
        predicting("dot(theta[c], [1, -1])")
            .texts("c", "a", "b")
            .matrix("theta", 2, 2, new double[16])
            .unseen("c", "theta[c, :]", "normal()")
            .model();
    assertThat(samples(model, record("c", "zz"))).doesNotContain(0);
  }

  @Test
  void numSamplesMustBePositive() {
    assertThatThrownBy(() -> PredictSpec.DEFAULT.withNumSamples(0))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("numSamples must be from 1 to 10000000, but is 0");
  }

  @Test
  void unseenLevelsAreNamed() throws Exception {
    ExpressionModel model = UnseenLevels.model();
    Predictor predictor = Predictor.of(model, PredictSpec.DEFAULT.withNumSamples(4));
    assertThat(UnseenLevels.unseen(predictor, record("region", 9, "product", "zz")))
        .containsExactly("region=9", "product=zz");
    assertThat(UnseenLevels.unseen(predictor, record("region", 1, "product", "a"))).isEmpty();
  }

  private static final class UnseenLevels {

    static ExpressionModel model() {
      return predicting("theta[region, product]")
          .ints("region", "0", "1")
          .texts("product", "a", "b")
          .matrix("theta", 2, 2, new double[16])
          .unseen("region", "theta", "normal(0, 1)")
          .unseen("product", "theta", "normal(100, 1)")
          .model();
    }

    static List<String> unseen(Predictor predictor, Map<String, Object> record)
        throws UnscorableException {
      return predictor.predict(
          (r, field) -> r.get(predictor.fields().get(field)), record, predictor.room());
    }
  }

  @Test
  void predictorsShareTheDrawsThatTheyReadAlsoWhereTheyAreChosen() {
    ExpressionModel model = vector().model();
    for (int numSamples : List.of(3, 4)) {
      assertThat(drawsOfBeta(model, numSamples)).isSameAs(drawsOfBeta(model, numSamples));
    }
  }

  @Test
  void moreSamplesThanDrawsTakeNoMoreMemoryThanTheModel() {
    ExpressionModel model = vector().model();
    assertThat(drawsOfBeta(model, 9)).isSameAs(drawsOfBeta(model, ModelFixture.DRAWS));
  }

  @Test
  void drawsThatServeSeveralSamplesAreTakenInTheirOrder() throws Exception {
    ExpressionModel model = vector().model();
    Predictor predictor = Predictor.of(model, PredictSpec.DEFAULT.withNumSamples(10));
    // 2 * 4 and then 2 of 4, evenly spaced; times 1 + 100 by the dot.
    assertThat(samples(predictor, record("c", "b")))
        .containsExactly(505, 606, 707, 808, 505, 606, 707, 808, 505, 707);
    assertThat(samples(predictor, record("c", "a")))
        .containsExactly(105, 206, 307, 408, 105, 206, 307, 408, 105, 307);
  }

  private static ModelFixture vector() {
    return predicting("dot(beta, [x0, x1]) + 100 * beta[c]")
        .texts("c", "a", "b")
        .vector("beta", "c", 1, 2, 3, 4, 5, 6, 7, 8)
        .let("x0", "0")
        .let("x1", "1");
  }

  private static double[] drawsOfBeta(ExpressionModel model, int numSamples) {
    return ((Symbol.Tensor) new ModelScope(model, numSamples).resolve("beta").orElseThrow())
        .values();
  }

  @Test
  void anotherSeedGivesWhatAPredictorOfItsOwnGives() throws Exception {
    ExpressionModel model = line().model();
    PredictSpec spec = PredictSpec.DEFAULT.withNumSamples(4);
    Predictor predictor = Predictor.of(model, spec);
    double[] first = samples(predictor, record("x", 1));
    predictor.setSeed(7);
    assertThat(samples(predictor, record("x", 1)))
        .isNotEqualTo(first)
        .containsExactly(samples(Predictor.of(model, spec.withSeed(7)), record("x", 1)));
    predictor.setSeed(0);
    assertThat(samples(predictor, record("x", 1))).containsExactly(first);
  }
}
