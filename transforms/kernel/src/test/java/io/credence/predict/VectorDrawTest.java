package io.credence.predict;

import static io.credence.predict.Records.record;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.credence.deadletter.DeadLetterCode;
import io.credence.deadletter.UnscorableException;
import io.credence.model.Model;
import io.credence.model.Predictive;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A random step that draws a vector, for outputs that are correlated given a posterior draw. */
class VectorDrawTest {

  private static final int N = 20_000;

  /** Height and weight: unit variances, correlation 0.6, in a factor of L11, L21, L22. */
  private static ModelFixture heightAndWeight() {
    return ModelFixture.withOutputs()
        .number("x")
        .coordinate("trait", "height", "weight")
        .coordinate("turned", "weight", "height")
        .vector("a", "trait", 1, 1, 1, 1, -2, -2, -2, -2)
        .vector("b", "trait", 1, 1, 1, 1, 3, 3, 3, 3)
        .vector("w", "turned", new double[8])
        .parameter("L21", 0.6, 0.6, 0.6, 0.6)
        .parameter("L22", 0.8, 0.8, 0.8, 0.8);
  }

  private static Predictive drawn(Model model) throws UnscorableException {
    Predictor predictor = Predictor.of(model, PredictSpec.DEFAULT.withNumSamples(N));
    Predictive room = predictor.room();
    predictor.predict((r, i) -> r.get(predictor.fields().get(i)), record("x", 2.0), room);
    return room;
  }

  private static double mean(double[] samples) {
    double sum = 0;
    for (double each : samples) {
      sum += each;
    }
    return sum / samples.length;
  }

  private static double covariance(double[] a, double[] b) {
    double meanA = mean(a);
    double meanB = mean(b);
    double sum = 0;
    for (int i = 0; i < a.length; i++) {
      sum += (a[i] - meanA) * (b[i] - meanB);
    }
    return sum / a.length;
  }

  /** Errors of means and covariances of N samples are at most 0.01; 5 of them are 0.05. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "mv_normal(a + b * x, chol = [[1, 0], [L21, L22]])",
        "mv_normal(a + b * x, [[1, L21], [L21, 1]])",
        "mv_normal([a[0] + b[0] * x, a[1] + b[1] * x], cov = [[1, L21], [L21, 1]])",
        "mv_normal(a + b * x, tau = [[1.5625, -0.9375], [-0.9375, 1.5625]])",
      })
  void outputsAreCorrelatedGivenAPosteriorDraw(String step) throws Exception {
    Model model =
        heightAndWeight()
            .draw("y", step)
            .output("height", "y[0]")
            .output("weight", "y[1]")
            .output("sum", "sum(y)")
            .output("dotted", "dot(y, [1, 2])")
            .model();
    Predictive drawn = drawn(model);
    double[] height = drawn.samples(0);
    double[] weight = drawn.samples(1);
    assertThat(mean(height)).isCloseTo(3, within(0.05));
    assertThat(mean(weight)).isCloseTo(4, within(0.05));
    assertThat(covariance(height, height)).isCloseTo(1, within(0.05));
    assertThat(covariance(weight, weight)).isCloseTo(1, within(0.05));
    assertThat(covariance(height, weight)).isCloseTo(0.6, within(0.05));
    for (int i = 0; i < N; i++) {
      assertThat(drawn.samples(2)[i]).isEqualTo(height[i] + weight[i]);
      assertThat(drawn.samples(3)[i]).isEqualTo(height[i] + 2 * weight[i]);
    }
  }

  @Test
  void elementsAreFoundByTheLabelsOfTheMean() throws Exception {
    Model model =
        heightAndWeight()
            .texts("which", "weight", "height")
            .draw("y", "mv_normal(a, [[1, 0], [0, 1]])")
            .let("same", "y")
            .output("height", "y[\"height\"]")
            .output("first", "same[0]")
            .model();
    Predictor predictor = Predictor.of(model, PredictSpec.DEFAULT.withNumSamples(4));
    Predictive room = predictor.room();
    predictor.predict(
        (r, i) -> r.get(predictor.fields().get(i)), record("x", 2.0, "which", "weight"), room);
    assertThat(room.samples(0)).isEqualTo(room.samples(1));
  }

  /** Each random step of a sample goes on where the one before left its noise. */
  @Test
  void laterNoiseIsIndependentOfIt() throws Exception {
    Predictive drawn =
        drawn(
            heightAndWeight()
                .draw("y", "mv_normal(a, [[1, 0], [0, 1]])")
                .draw("z", "normal(0, 1)")
                .output("height", "y[0]")
                .output("weight", "y[1]")
                .output("z", "z")
                .output("more", "normal(0, 1)")
                .model());
    for (int i = 0; i < 4; i++) {
      for (int k = 0; k < i; k++) {
        assertThat(covariance(drawn.samples(i), drawn.samples(k))).isCloseTo(0, within(0.05));
      }
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "mv_normal(a, [[1, 0], [0, 1]])|y|A number belongs here, but this is a vector of 2 (trait)."
            + " Choose an element",
        "mv_normal(a, [[1, 0], [0, 1]])|y[2]|The index of y must be a whole number from 0 to 1",
        "mv_normal(a, [[1, 0], [0, 1]])|dot(y, w)|Elements meet in order, but 'height' stands at"
            + " another position on the other side: height, weight and weight, height",
      })
  void whatDoesNotFitIsRefusedAtLoad(String step, String output, String message) {
    assertThatThrownBy(
            () ->
                Program.compile(heightAndWeight().draw("y", step).output("out", output).model(), 4))
        .hasMessageStartingWith("outputs.out: " + message);
  }

  @Test
  void asAnOutputItSaysHowItIsDrawn() {
    assertThatThrownBy(
            () ->
                Program.compile(
                    heightAndWeight().output("y", "mv_normal(a, [[1, 0], [0, 1]])").model(), 4))
        .hasMessageStartingWith(
            "outputs.y: mv_normal yields a vector: draw it in a step, as in draw: {z: mv_normal(mu,"
                + " chol = L)}, and use z[0] and z[1]; or let it stand in for several elements");
  }

  @Test
  void aMatrixThatIsNoCovarianceIsADeadLetter() throws Exception {
    Model model =
        heightAndWeight()
            .draw("y", "mv_normal(a, [[1, x], [x, 1]])")
            .output("height", "y[0]")
            .model();
    assertThatThrownBy(() -> drawn(model))
        .isInstanceOfSatisfying(
            UnscorableException.class,
            e -> assertThat(e.code()).isEqualTo(DeadLetterCode.INVALID_PARAMETER))
        .hasMessageStartingWith("cov of mv_normal must be positive definite");
  }
}
