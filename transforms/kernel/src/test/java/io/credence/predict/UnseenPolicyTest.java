package io.credence.predict;

import static io.credence.predict.Records.record;
import static io.credence.predict.Records.samples;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.credence.deadletter.UnscorableException;
import io.credence.model.Feature;
import io.credence.model.FeatureType;
import io.credence.model.Model;
import io.credence.model.Predictive;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What stands in for parameters when a level is unseen. */
class UnseenPolicyTest {

  private static final int N = 4000;

  /** Varying intercepts and slopes by county, and a level above: states. */
  private static ModelFixture counties() {
    return ModelFixture.withOutputs()
        .number("x")
        .texts("county", "a", "b")
        .texts("state", "A", "B")
        .parameter("m", 1, 2, 3, 4)
        .parameter("tau", 0.5, 0.5, 0.5, 0.5)
        .vector("alpha", "county", 1, 2, 3, 4, 5, 6, 7, 8)
        .vector("mean", "state", 10, 20, 30, 40, 50, 60, 70, 80)
        .matrix("ab", 2, 2, new double[16])
        .matrix("L", 2, 2, 1, 1, 1, 1, 0, 0, 0, 0, 0.8, 0.8, 0.8, 0.8, 0.6, 0.6, 0.6, 0.6);
  }

  private static ModelFixture slopes() {
    return counties().output("intercept", "ab[county, 0]").output("slope", "ab[county, 1]");
  }

  private static Predictive drawn(Model model, Map<String, Object> record, int n)
      throws UnscorableException {
    Predictor predictor = Predictor.of(model, PredictSpec.DEFAULT.withNumSamples(n));
    Predictive room = predictor.room();
    predictor.predict((r, i) -> r.get(predictor.fields().get(i)), record, room);
    return room;
  }

  private static Map<String, Object> inCounty(String county, double x) {
    return record("county", county, "state", "A", "x", x);
  }

  private static double correlation(Predictive drawn) {
    double[] a = drawn.samples(0);
    double[] b = drawn.samples(1);
    double meanA = Arrays.stream(a).average().orElseThrow();
    double meanB = Arrays.stream(b).average().orElseThrow();
    double ab = 0;
    double aa = 0;
    double bb = 0;
    for (int i = 0; i < a.length; i++) {
      ab += (a[i] - meanA) * (b[i] - meanB);
      aa += (a[i] - meanA) * (a[i] - meanA);
      bb += (b[i] - meanB) * (b[i] - meanB);
    }
    return ab / Math.sqrt(aa * bb);
  }

  @Test
  void eachElementHasAnEntryOfItsOwn() throws Exception {
    Model model =
        slopes()
            .unseen("county", "ab[county, 0]", "m")
            .unseen("county", "ab[county, -1]", "10 * m + x")
            .model();
    Predictive drawn = drawn(model, inCounty("zz", 0.5), 4);
    assertThat(drawn.samples(0)).containsExactly(1, 2, 3, 4);
    assertThat(drawn.samples(1)).containsExactly(10.5, 20.5, 30.5, 40.5);
    assertThat(drawn(model, inCounty("a", 0.5), 4).samples(1)).containsOnly(0);
  }

  /** The correlation of 4,000 samples has the standard error (1 - 0.8^2) / sqrt(4000) = 0.0057. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "mv_normal([7, -7], chol = L)",
        "mv_normal(mu = [7, -7], chol = [[1, 0], [0.8, 0.6]])",
        "mv_normal([7, -7], [[1, 0.8], [0.8, 1]])",
        "mv_normal([7, -7], tau = [[1 / 0.36, -0.8 / 0.36], [-0.8 / 0.36, 1 / 0.36]])",
        "mv_normal([x, -x], chol = L)",
      })
  void elementsThatBelongTogetherAreDrawnTogether(String joint) throws Exception {
    Model model = slopes().unseen("county", "[ab[county, 0], ab[county, 1]]", joint).model();
    Predictive drawn = drawn(model, inCounty("zz", 7), N);
    assertThat(correlation(drawn)).isCloseTo(0.8, within(0.03));
    double mean = Arrays.stream(drawn.samples(1)).average().orElseThrow();
    assertThat(mean).isCloseTo(-7, within(0.1)); // Its standard error is 0.016.
  }

  @Test
  void anElementThatNoExpressionUsesMayBeDrawnWithOthers() throws Exception {
    Model both =
        slopes()
            .unseen("county", "[ab[county, 0], ab[county, 1]]", "mv_normal([0, 0], chol = L)")
            .model();
    Model one =
        counties()
            .output("slope", "ab[county, 1]")
            .unseen("county", "[ab[county, 0], ab[county, 1]]", "mv_normal([0, 0], chol = L)")
            .model();
    assertThat(drawn(one, inCounty("zz", 0), 9).samples(0))
        .containsExactly(drawn(both, inCounty("zz", 0), 9).samples(1));
  }

  @Test
  void recordsOfOneNewLevelShareItsEffectAlsoWhereItsMeanDependsOnThem() throws Exception {
    Model model =
        counties().output("y", "alpha[county]").unseen("county", "alpha", "normal(x, 5)").model();
    double[] one = drawn(model, inCounty("zz", 1), 9).samples(0);
    double[] two = drawn(model, inCounty("zz", 3), 9).samples(0);
    double[] other = drawn(model, inCounty("yy", 1), 9).samples(0);
    for (int i = 0; i < one.length; i++) {
      assertThat(two[i] - one[i]).isCloseTo(2, within(1e-12));
      assertThat(other[i]).isNotEqualTo(one[i]);
    }
  }

  @Test
  void mayUseStepsAndOtherLevelsThatMayBeNewThemselves() throws Exception {
    Model model =
        counties()
            .let("expected", "mean[state] + x")
            .output("y", "alpha[county]")
            .unseen("county", "alpha", "expected")
            .unseen("state", "mean", "1000 * m")
            .model();
    assertThat(drawn(model, record("county", "zz", "state", "B", "x", 1.0), 4).samples(0))
        .containsExactly(51, 61, 71, 81);
    assertThat(drawn(model, record("county", "zz", "state", "ZZ", "x", 1.0), 4).samples(0))
        .containsExactly(1001, 2001, 3001, 4001);
    assertThat(drawn(model, record("county", "a", "state", "ZZ", "x", 1.0), 4).samples(0))
        .containsExactly(1, 2, 3, 4);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "ab|normal(0, 1)|ab is used at several positions, ab[county, 0], ab[county, 1]: they could"
            + " be alike and independent, or differ. Write an entry for each, as in 'ab[county, 0]:"
            + " …'; or a joint one, '[ab[county, 0], ab[county, 1]]: mv_normal(…)'; or, where they"
            + " are alike, 'ab[county, :]: …'",
        "ab[county, 0]|normal(0, 1)|There is none for ab[county, 1], which is used as well",
        "[ab[county, 0], ab[county, 1]]|normal(0, 1)|This could be drawn once for all elements of"
            + " the list, or for each of them: write an entry for each, or a joint distribution,"
            + " mv_normal",
        "[ab[county, 0], ab[county, 1]]|mv_normal([0], [[1]])|mv_normal yields 1 elements here, but"
            + " '[ab[county, 0], ab[county, 1]]' names 2",
        "[ab[county, 0], ab[county, 0]]|[1, 2]|Each element can be named once, but found '[ab[county,"
            + " 0], ab[county, 0]]'",
        "ab[state, 0]|normal(0, 1)|What stands in for an unseen level of 'county' must be indexed by"
            + " it, as in ab[county]",
        "ab[county, 2]|normal(0, 1)|The index of ab must be a whole number from 0 to 1, or from -2 to"
            + " -1 to count from the end, but is 2",
        "ab + 1|normal(0, 1)|An entry names a parameter, its elements as in ab[county, 0], or a list"
            + " of them, but found 'ab + 1'",
        "ab[county, :]|normal(z, 1)|What stands in for an unseen level is shared by all records that"
            + " have it, so it can't use 'z', which is drawn for each record",
        "ab[county, :]|mv_normal([0, 0], chol = [[1, 0]])|chol of mv_normal must be a matrix of as"
            + " many rows as columns, but is a matrix (1, 2)",
        "ab[county, :]|mv_normal([0, 0, 0], chol = L)|chol of mv_normal must be a matrix (3, 3), as"
            + " mu has 3 elements, but is one (2, 2)",
        "ab[county, :]|mv_normal(0, chol = L)|mu of mv_normal must be a vector, but is a number. A"
            + " vector is a parameter with one dimension, or a list such as [a, b]",
      })
  void saysWhatIsWrongWithAnEntry(String key, String policy, String message) {
    ExpressionModel model =
        slopes().draw("z", "normal(0, 1)").unseen("county", key, policy).model();
    assertThatThrownBy(() -> Program.compile(model, 4))
        .hasMessage("unseen.county." + key + ": " + message);
  }

  /** Elements at computed positions would share an effect. */
  @Test
  void refusesAnIndexThatIsComputedWhereALevelMayBeUnseen() {
    ExpressionModel model =
        counties().output("y", "ab[county, x - 1]").unseen("county", "ab", "normal(0, 1)").model();
    assertThatThrownBy(() -> Program.compile(model, 4))
        .hasMessage(
            "outputs.y: Where a level of ab may be unseen, each other index must be a feature by"
                + " itself or fixed, but index 1 is computed");
  }

  /** The elements that a key lists meet those of the value in order. */
  @ParameterizedTest
  @ValueSource(strings = {"[slope, base]", "mv_normal(both, chol = L)", "both"})
  void refusesValuesInAnotherOrderThanTheElements(String value) {
    ExpressionModel model =
        slopes()
            .coordinate("ab_column", "base", "slope")
            .coordinate("turned", "slope", "base")
            .vector("both", "turned", new double[8])
            .let("base", "m")
            .let("slope", "m + 1")
            .unseen("county", "[ab[county, 0], ab[county, 1]]", value)
            .model();
    assertThatThrownBy(() -> Program.compile(model, 4))
        .hasMessageContaining("stands at another position on the other side");
  }

  @Test
  void refusesTwoEntriesForOneElementAndOneForNone() {
    ExpressionModel two =
        counties()
            .output("y", "alpha[county]")
            .unseen("county", "alpha", "m")
            .unseen("county", "alpha[county]", "m")
            .model();
    assertThatThrownBy(() -> Program.compile(two, 4))
        .hasMessage(
            "unseen.county.alpha[county]: Entry 'alpha' says what alpha[county] is, too; remove one"
                + " of them");
    ExpressionModel none =
        counties()
            .output("y", "ab[county, 0]")
            .unseen("county", "ab[county, 0]", "m")
            .unseen("county", "ab[county, 1]", "m")
            .model();
    assertThatThrownBy(() -> Program.compile(none, 4))
        .hasMessage("unseen.county.ab[county, 1]: No expression uses 'ab[county, 1]'");
  }

  @Test
  void refusesPoliciesThatNeedEachOther() {
    ExpressionModel model =
        counties()
            .output("y", "alpha[county] + mean[state]")
            .unseen("county", "alpha", "mean[state]")
            .unseen("state", "mean", "alpha[county]")
            .model();
    assertThatThrownBy(() -> Program.compile(model, 4))
        .hasMessageContaining(
            "What stands in for unseen levels is needed for itself: county -> state -> county");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "mv_normal([0, 0], chol = [[1, x], [0, 1]])|chol of mv_normal must be lower triangular with a"
            + " diagonal > 0, but has 2.0 in row 0, column 1 in sample 0 of 4",
        "mv_normal([0, 0], [[1, x], [0, 1]])|cov of mv_normal must be symmetric, but has 0.0 in row"
            + " 1, column 0, and 2.0 opposite in sample 0 of 4",
        "mv_normal([0, 0], [[1, x], [x, 1]])|cov of mv_normal must be positive definite, but is not"
            + " in sample 0 of 4",
        "mv_normal([0, 0], tau = [[1, x], [x, 1]])|tau of mv_normal must be positive definite, but is"
            + " not in sample 0 of 4",
      })
  void rejectsARecordWhoseMatrixIsNone(String joint, String message) {
    Model model = slopes().unseen("county", "[ab[county, 0], ab[county, 1]]", joint).model();
    assertThatThrownBy(() -> drawn(model, inCounty("zz", 2), 4))
        .isInstanceOf(UnscorableException.class)
        .hasMessage(message);
  }

  @ParameterizedTest
  @EnumSource(
      value = FeatureType.class,
      names = {"STRING", "INT"})
  void aMissingLevelIsOneNewLevel(FeatureType type) throws Exception {
    Model model =
        ModelFixture.predicting("beta[shop]")
            .feature(
                Feature.named("shop", type).levels(List.of("0", "1")).missingIsUnseen(true).build())
            .number("x")
            .vector("beta", "shop", 1, 2, 3, 4, 5, 6, 7, 8)
            .unseen("shop", "beta", "normal(0, 1)")
            .model();
    Predictor predictor = Predictor.of(model, PredictSpec.DEFAULT.withNumSamples(4));
    double[] missing = samples(predictor, record("x", 1.0));
    assertThat(samples(predictor, record("x", 2.0))).containsExactly(missing);
    for (Object other : type == FeatureType.STRING ? List.of("", "null", "0.0") : List.of(7, -1)) {
      assertThat(samples(predictor, record("x", 1.0, "shop", other))).doesNotContain(missing[0]);
    }
    assertThat(
            predictor.predict(
                (r, i) -> r.get(predictor.fields().get(i)), record("x", 1.0), predictor.room()))
        .containsExactly("shop is missing");
    Object known = type == FeatureType.STRING ? "0" : 0;
    assertThat(samples(predictor, record("x", 1.0, "shop", known))).containsExactly(1, 2, 3, 4);
  }
}
