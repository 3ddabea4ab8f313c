package io.credence.predict;

import static io.credence.predict.Records.record;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.credence.model.Model;
import io.credence.model.Output;
import io.credence.model.Predictive;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Outputs whose samples are classes, and random steps that draw them. */
class ClassOutputsTest {

  private static final int N = 20_000;

  private static ModelFixture outputs() {
    return ModelFixture.withOutputs()
        .number("x")
        .coordinate("prog", "general", "on-line", "8")
        .coordinate("turned", "8", "on-line", "general")
        .coordinate("other", "x", "y", "z")
        .vector("a", "prog", 0, 0.5, 0.1, 0.2, 1, 1.5, 0, 1, -1, -2, -1, 0)
        .vector("cuts", "cut", -1, -1, -2, -1, 1, 2, 1, 1);
  }

  private static Predictive drawn(Model model) throws Exception {
    Predictor predictor = Predictor.of(model, PredictSpec.DEFAULT.withNumSamples(N));
    Predictive drawn = predictor.room();
    predictor.predict((r, i) -> r.get(predictor.fields().get(i)), record("x", 0.5), drawn);
    return drawn;
  }

  /** A share of N samples has a standard error of 0.0035 at most; 5 of them are 0.018. */
  private static void assertSharesAreNear(double[] samples, double[] probabilities) {
    assertThat(Arrays.stream(probabilities).sum()).isCloseTo(1, within(1e-9));
    for (int k = 0; k < probabilities.length; k++) {
      int number = k;
      double share = Arrays.stream(samples).filter(each -> each == number).count() / (double) N;
      assertThat(share).isCloseTo(probabilities[k], within(0.018));
    }
  }

  @Test
  void haveTheProbabilitiesOfTheirDrawsAveraged() throws Exception {
    Model model =
        outputs().output("program", "categorical(p = softmax(a * x), labels = prog)").model();
    assertThat(model.outputs())
        .containsExactly(Output.classes("program", List.of("general", "on-line", "8")));
    Predictive drawn = drawn(model);
    double[][] a = {{0, 1, -1}, {0.5, 1.5, -2}, {0.1, 0, -1}, {0.2, 1, 0}};
    for (int k = 0; k < 3; k++) {
      double expected = 0;
      for (double[] draw : a) {
        double sum = Arrays.stream(draw).map(each -> Math.exp(each * 0.5)).sum();
        expected += Math.exp(draw[k] * 0.5) / sum / 4;
      }
      assertThat(drawn.probabilities(0)[k]).isCloseTo(expected, within(1e-12));
    }
    assertSharesAreNear(drawn.samples(0), drawn.probabilities(0));
  }

  @Test
  void whatIsOrderedIsNumberedWithoutLabels() throws Exception {
    Model model =
        ModelFixture.predicting("ordered_logistic(eta = x, cutpoints = cuts)")
            .number("x")
            .vector("cuts", "cut", -1, -1, -2, -1, 1, 2, 1, 1)
            .model();
    assertThat(model.outputs()).containsExactly(Output.classes("y", List.of("0", "1", "2")));
    Predictive drawn = drawn(model);
    assertSharesAreNear(drawn.samples(0), drawn.probabilities(0));
  }

  @Test
  void logitsAndProbabilitiesAgree() throws Exception {
    Predictive drawn =
        drawn(
            outputs()
                .output("p", "categorical(softmax(a * x))")
                .output("logits", "categorical(logit_p = a * x)")
                .model());
    for (int k = 0; k < 3; k++) {
      assertThat(drawn.probabilities(1)[k]).isCloseTo(drawn.probabilities(0)[k], within(1e-12));
    }
  }

  @Test
  void aClassThatWasDrawnIsAnIndexAndAnOutput() throws Exception {
    Predictive drawn =
        drawn(
            outputs()
                .draw("k", "categorical(p = softmax(a * x), labels = prog)")
                .output("program", "k")
                .output("value", "a[k]")
                .model());
    assertSharesAreNear(drawn.samples(0), drawn.probabilities(0));
    double[][] a = {{0, 1, -1}, {0.5, 1.5, -2}, {0.1, 0, -1}, {0.2, 1, 0}};
    for (int i = 0; i < N; i++) {
      int k = (int) drawn.samples(0)[i];
      double value = drawn.samples(1)[i];
      assertThat(Arrays.stream(a).anyMatch(draw -> draw[k] == value)).isTrue();
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "k + 1|A number belongs here, but this is a class, 'k', on whose number arithmetic has no meaning",
        "cuts[k]|'k' has 3 classes, but dimension 'cut' of cuts has 2 positions",
        "categorical(p = softmax(a), labels = nothing)|The posterior has no coordinate 'nothing' that could label the classes",
        "categorical(p = softmax(cuts), labels = prog)|There are 2 classes, but 3 labels: general, on-line, 8",
        "categorical(p = softmax(a), labels = turned)|The classes could have the labels of dimension 'turned' (8, on-line, general), or those along which the argument goes, dimension 'prog' (general, on-line, 8): both must be the same ones in the same order",
        "categorical(logit_p = a * x, labels = other)|The classes could have the labels of dimension 'other' (x, y, z), or those along which the argument goes, dimension 'prog'",
        "categorical(p = softmax([0, x, 1]), labels = other)|The classes could have the labels of dimension 'other' (x, y, z), or those along which the argument goes, a list (, x, )",
        "categorical(p = x)|p of categorical must be a vector, but is a number",
        "categorical(p = softmax(a), labels = 3)|labels must be the name of a coordinate",
      })
  void whatDoesNotFitIsRefusedAtLoad(String expression, String message) {
    assertThatThrownBy(
            () ->
                Program.compile(
                    outputs()
                        .draw("k", "categorical(p = softmax(a), labels = prog)")
                        .output("y", expression)
                        .model(),
                    4))
        .isInstanceOf(ProgramException.class)
        .hasMessageStartingWith("outputs.y: " + message);
  }

  /** A list indexed by a drawn class, by way of steps too. */
  @Test
  void aDrawnClassChoosesFromAList() throws Exception {
    Predictive drawn =
        drawn(
            outputs()
                .draw("k", "categorical(p = softmax(a * x), labels = prog)")
                .let("same", "k")
                .let("prices", "[x, 10 * x, 100 * x]")
                .output("program", "same")
                .output("price", "prices[k]")
                .output("again", "prices[same]")
                .model());
    for (int i = 0; i < N; i++) {
      double price = 0.5 * Math.pow(10, drawn.samples(0)[i]);
      assertThat(drawn.samples(1)[i]).isEqualTo(price);
      assertThat(drawn.samples(2)[i]).isEqualTo(price);
    }
  }

  /** The names in the list are labels, which stand in another order than the classes. */
  @Test
  void aListInAnotherOrderThanTheClassesIsRefused() {
    ExpressionModel model =
        outputs()
            .let("y", "x + 1")
            .let("z", "x + 2")
            .let("prices", "[x, z, y]")
            .draw("k", "categorical(p = [0.2, 0.3, 0.5], labels = other)")
            .output("price", "prices[k]")
            .model();
    assertThatThrownBy(() -> Program.compile(model, 4))
        .hasMessage(
            "outputs.price: Elements meet in order, but 'y' stands at another position on the other"
                + " side: x, y, z and x, z, y");
  }

  @Test
  void countsAreWholeNumbers() {
    Model model =
        outputs()
            .draw("n", "poisson(3)")
            .output("claims", "n")
            .output("twice", "2 * n")
            .output("more", "negative_binomial(mu = 2, alpha = 3)")
            .output("share", "n / 2")
            .model();
    assertThat(model.outputs())
        .extracting(Output::kind)
        .containsExactly(
            Output.Kind.INTEGER, Output.Kind.INTEGER, Output.Kind.INTEGER, Output.Kind.REAL);
  }
}
