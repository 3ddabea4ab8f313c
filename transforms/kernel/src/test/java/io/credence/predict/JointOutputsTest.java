package io.credence.predict;

import static io.credence.predict.Records.record;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.credence.deadletter.UnscorableException;
import io.credence.model.Model;
import io.credence.model.Output;
import io.credence.model.Predictive;
import java.util.Arrays;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Random steps, and outputs that share posterior draw and noise. */
class JointOutputsTest {

  private static final int N = 4000;

  private static ModelFixture outputs() {
    return ModelFixture.withOutputs()
        .number("x")
        .parameter("mu", 1, 2, 3, 4)
        .parameter("sigma", 1, 1, 2, 2);
  }

  private static Predictive drawn(Model model, int n) throws Exception {
    Predictor predictor = Predictor.of(model, PredictSpec.DEFAULT.withNumSamples(n));
    Map<String, Object> record = record("x", 2.0);
    Predictive drawn = predictor.room();
    // What an earlier record left must not show.
    predictor.predict((r, i) -> 5.0, record, drawn);
    predictor.predict((r, i) -> r.get(predictor.fields().get(i)), record, drawn);
    return drawn;
  }

  private static double[] single(String predict, int n) throws Exception {
    Model model =
        ModelFixture.predicting(predict)
            .number("x")
            .parameter("mu", 1, 2, 3, 4)
            .parameter("sigma", 1, 1, 2, 2)
            .model();
    return drawn(model, n).samples(0);
  }

  @Test
  void shareWhatWasDrawn() throws Exception {
    Predictive drawn =
        drawn(
            outputs()
                .draw("z", "normal(mu, sigma)")
                .let("twice", "2 * z")
                .output("a", "z")
                .output("b", "twice + x")
                .output("c", "z > 3")
                .model(),
            N);
    for (int i = 0; i < N; i++) {
      assertThat(drawn.samples(1)[i]).isEqualTo(2 * drawn.samples(0)[i] + 2);
      assertThat(drawn.samples(2)[i]).isEqualTo(drawn.samples(0)[i] > 3 ? 1 : 0);
    }
  }

  @Test
  void oneRandomStepHasTheNoiseOfAModelWithOneOutput() throws Exception {
    Predictive drawn =
        drawn(outputs().draw("z", "student_t(3, mu, sigma)").output("a", "z").model(), N);
    assertThat(drawn.samples(0)).containsExactly(single("student_t(3, mu, sigma)", N));
    Predictive output = drawn(outputs().output("a", "student_t(3, mu, sigma)").model(), N);
    assertThat(output.samples(0)).containsExactly(single("student_t(3, mu, sigma)", N));
  }

  @Test
  void stepsTakeNoiseInTheirOrderSoThatAFurtherOneLeavesThemAsTheyAre() throws Exception {
    Predictive two =
        drawn(
            outputs()
                .draw("first", "student_t(3, mu, sigma)")
                .draw("second", "normal(0, 1)")
                .output("a", "first")
                .output("b", "second")
                .output("c", "normal(0, 1)")
                .model(),
            N);
    assertThat(two.samples(0)).containsExactly(single("student_t(3, mu, sigma)", N));
    Predictive swapped =
        drawn(
            outputs()
                .draw("second", "normal(0, 1)")
                .draw("first", "student_t(3, mu, sigma)")
                .output("b", "second")
                .model(),
            N);
    assertThat(swapped.samples(0))
        .containsExactly(single("normal(0, 1)", N))
        .isNotEqualTo(two.samples(1));
    // Independent normals: |r| has a standard error of 0.016, and 5 of them are a false alarm in
    // 1 of 1.7 million. The seed is fixed.
    assertThat(Math.abs(correlation(two.samples(1), two.samples(2)))).isLessThan(5 / Math.sqrt(N));
    assertThat(two.samples(1)).doesNotContain(two.samples(2));
  }

  private static double correlation(double[] a, double[] b) {
    double ab = 0;
    double aa = 0;
    double bb = 0;
    for (int i = 0; i < a.length; i++) {
      ab += a[i] * b[i];
      aa += a[i] * a[i];
      bb += b[i] * b[i];
    }
    return ab / Math.sqrt(aa * bb);
  }

  @Test
  void drawsUseLetStepsAndLetStepsUseDraws() throws Exception {
    Predictive drawn =
        drawn(
            outputs()
                .let("total", "centre + shift")
                .let("centre", "mu * x")
                .draw("shift", "normal(centre, 0.5)")
                .draw("again", "normal(total, 0.001)")
                .output("centre", "centre")
                .output("total", "total")
                .output("again", "again")
                .output("m", "mu")
                .model(),
            N);
    for (int i = 0; i < N; i++) {
      assertThat(drawn.samples(0)[i]).isEqualTo(2 * drawn.samples(3)[i]);
      assertThat(drawn.samples(1)[i]).isBetween(1.0, 25.0);
      // A normal is within 8 sd but for one of 10^15.
      assertThat(drawn.samples(2)[i])
          .isBetween(drawn.samples(1)[i] - 0.008, drawn.samples(1)[i] + 0.008);
    }
  }

  /** The normals are so narrow that only their means are left. */
  @Test
  void aDrawMayBeAnIndex() throws Exception {
    double[] matrix = new double[3 * 3 * 4];
    Arrays.setAll(matrix, i -> i / 4 / 3 * 100 + i / 4 % 3 * 10 + i % 4);
    Predictive drawn =
        drawn(
            outputs()
                .matrix("m", 3, 3, matrix)
                .parameter("pick", 1, 2, 2, 1)
                .parameter("other", 2, 2, 1, 1)
                .draw("k", "normal(pick, 1e-300)")
                .draw("l", "normal(other, 1e-300)")
                .output("row", "m[0, k]")
                .output("column", "m[k, 1]")
                .output("both", "m[k, l]")
                .output("rest", "sum(m[k])")
                .output("last", "sum(m[:, l])")
                .model(),
            4);
    assertThat(drawn.samples(0)).containsExactly(10, 21, 22, 13);
    assertThat(drawn.samples(1)).containsExactly(110, 211, 212, 113);
    assertThat(drawn.samples(2)).containsExactly(120, 221, 212, 113);
    assertThat(drawn.samples(3)).containsExactly(330, 633, 636, 339);
    assertThat(drawn.samples(4)).containsExactly(360, 363, 336, 339);
  }

  @Test
  void aDrawThatIsNoPositionIsADeadLetter() {
    Model model =
        outputs()
            .vector("v", "p", new double[12])
            .draw("k", "normal(3, 1e-300)")
            .output("y", "v[k]")
            .model();
    assertThatThrownBy(() -> drawn(model, 4))
        .isInstanceOf(UnscorableException.class)
        .hasMessage("The index of v must be a whole number from 0 to 2, but is 3.0 in sample 0");
  }

  @Test
  void aLaterOutputMayUseAnEarlierOne() throws Exception {
    Model model =
        outputs()
            .output("loss", "lognormal(mu, sigma)")
            .output("over", "loss > 20")
            .output("excess", "over * (loss - 20)")
            .model();
    Predictive drawn = drawn(model, N);
    for (int i = 0; i < N; i++) {
      double loss = drawn.samples(0)[i];
      assertThat(drawn.samples(1)[i]).isEqualTo(loss > 20 ? 1 : 0);
      assertThat(drawn.samples(2)[i]).isEqualTo(loss > 20 ? loss - 20 : 0);
    }
    assertThat(model.outputs())
        .containsExactly(Output.real("loss"), Output.integer("over"), Output.real("excess"));
  }

  @ParameterizedTest
  @CsvSource({
    "x > 1, INTEGER",
    "(x > 1) + 2 * (mu < 3), INTEGER",
    "-above, INTEGER",
    "above / 2, REAL",
    "above * x, REAL",
    "x, REAL",
    "z, REAL",
    "'normal(0, 1)', REAL",
  })
  void plainOutputsAreWholeNumbersWhereTheirExpressionSaysSo(String source, Output.Kind kind) {
    Model model =
        outputs().let("above", "z > 0").draw("z", "normal(mu, sigma)").output("a", source).model();
    assertThat(model.outputs()).extracting(Output::kind).containsExactly(kind);
  }

  @Test
  void thePlainExpressionOfPredictStaysRealAsItWas() {
    Model model = ModelFixture.predicting("x > 1").number("x").model();
    assertThat(model.outputs()).containsExactly(Output.real("y"));
  }

  private static void assertRefused(ModelFixture model, String... messages) {
    assertThatThrownBy(() -> Program.compile(model.model(), 4))
        .isInstanceOfSatisfying(
            ProgramException.class,
            e ->
                assertThat(e.faults())
                    .map(fault -> fault.part() + ": " + fault.exception().reason())
                    .containsExactly(messages));
  }

  @Test
  void whatIsDrawnLaterIsNotThereYet() {
    String later =
        "'b' is not drawn before this is needed: random steps are drawn in the order in which draw has them, so put it before those that use it";
    assertRefused(
        outputs().draw("a", "normal(b, 1)").draw("b", "normal(0, 1)").output("y", "a"),
        "draw.a: " + later);
    assertRefused(
        outputs()
            .let("through", "b + 1")
            .draw("a", "normal(through, 1)")
            .draw("b", "normal(0, 1)")
            .output("y", "a"),
        "let.through: " + later);
    assertRefused(outputs().draw("b", "normal(b, 1)").output("y", "b"), "draw.b: " + later);
  }

  @Test
  void whatCouldBeAnOutputOrSomethingElseIsRefused() throws Exception {
    assertRefused(
        outputs().output("mu", "mu + 1").output("over", "mu > 2"),
        "outputs.over: 'mu' could be the output or the parameter of this name; rename one of them");
    assertRefused(
        outputs().draw("z", "normal(0, 1)").output("z", "2 * z").output("over", "z > 2"),
        "outputs.over: 'z' could be the output or the step of this name; rename one of them");
    Predictive same = drawn(outputs().output("mu", "mu").output("over", "mu > 2").model(), 4);
    assertThat(same.samples(1)).containsExactly(0, 0, 1, 1);
  }

  @Test
  void faultsNameTheirPart() {
    assertRefused(
        outputs()
            .draw("a", "mu + 1")
            .draw("b", "normal(nu, 1)")
            .output("loss", "mu + tau")
            .output("rest", "last")
            .output("last", "mu"),
        "draw.a: What is drawn must be a distribution, such as normal(0, 1); a plain expression belongs under let, as let.a",
        "draw.b: There is no feature, parameter, constant or let step 'nu' (did you mean 'mu'?)",
        "outputs.loss: There is no feature, parameter, constant or let step 'tau'",
        "outputs.rest: There is no feature, parameter, constant or let step 'last'");
  }
}
