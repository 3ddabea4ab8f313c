package io.credence.predict;

import static io.credence.predict.Records.record;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.credence.deadletter.DeadLetterCode;
import io.credence.deadletter.UnscorableException;
import io.credence.model.Model;
import io.credence.model.Output;
import io.credence.model.Predictive;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Calls of distributions with vectors, and with other distributions. */
class DistributionCallTest {

  private static final int N = 4000;

  private static ExpressionModel model(String call) {
    return ModelFixture.withOutputs()
        .number("x")
        .parameter("mu", 1, 2, 3, 4)
        .parameter("sigma", 1, 1, 2, 2)
        .vector("cut", "cut_dim", -1, -1, -1, -1, 1, 1, 1, 1)
        .vector("w", "component", 0.3, 0.3, 0.3, 0.3, 0.7, 0.7, 0.7, 0.7)
        .coordinate("answer", "no", "maybe", "yes")
        .output("y", call)
        .model();
  }

  private static Predictive drawn(Model model, double x, int n) throws UnscorableException {
    Predictor predictor = Predictor.of(model, PredictSpec.DEFAULT.withNumSamples(n));
    Predictive room = predictor.room();
    predictor.predict((r, i) -> r.get(predictor.fields().get(i)), record("x", x), room);
    return room;
  }

  private static double[] samples(String call) throws UnscorableException {
    return drawn(model(call), 0.5, N).samples(0);
  }

  @Test
  void cutpointsAreAVector() throws Exception {
    ExpressionModel model = model("ordered_logistic(eta = x, cutpoints = cut, labels = answer)");
    assertThat(model.outputs()).containsExactly(Output.classes("y", List.of("no", "maybe", "yes")));
    // scipy.stats.logistic.cdf([-1.5, 0.5])
    double low = 0.18242552380635635;
    double high = 0.6224593312018546;
    double[] expected = {low, high - low, 1 - high};
    Predictive drawn = drawn(model, 0.5, N);
    assertThat(drawn.probabilities(0)).containsExactly(expected, within(1e-12));
    for (int k = 0; k < 3; k++) {
      int of = k;
      double share = Arrays.stream(drawn.samples(0)).filter(y -> y == of).count() / (double) N;
      assertThat(share).isCloseTo(expected[k], within(0.04)); // 5 standard errors.
    }
  }

  @Test
  void probabilitiesAreAVectorOrLogOdds() throws Exception {
    double[] byProbability = drawn(model("categorical(p = w)"), 0, 4).probabilities(0);
    assertThat(byProbability).containsExactly(new double[] {0.3, 0.7}, within(1e-15));
    double[] byLogOdds = drawn(model("categorical(logit_p = log(w))"), 0, 4).probabilities(0);
    assertThat(byLogOdds).containsExactly(new double[] {0.3, 0.7}, within(1e-15));
    double[] computed = drawn(model("categorical(p = softmax([x, 0, mu]))"), 0, 4).probabilities(0);
    assertThat(Arrays.stream(computed).sum()).isCloseTo(1, within(1e-15));
    assertThat(computed[0]).isEqualTo(computed[1]).isLessThan(computed[2]);
  }

  @Test
  void whatIsTruncatedStaysBetweenTheBounds() throws Exception {
    assertThat(Arrays.stream(samples("truncated(normal(mu, sigma), lower = 0, upper = 2 + x)")))
        .allMatch(y -> y >= 0 && y <= 2.5);
    assertThat(samples("truncated(normal(mu, tau = 4), lower = 0)"))
        .containsExactly(samples("truncated(dist = normal(mu, 0.5), lower = 0)"));
    assertThat(samples("truncated(normal(mu, 2), 0, 3)"))
        .containsExactly(samples("truncated(normal(mu, 2), upper = 3, lower = 0)"));
  }

  @Test
  void whatIsCensoredEndsAtTheBounds() throws Exception {
    double[] whole = samples("poisson(mu)");
    double[] censored = samples("censored(poisson(mu), upper = 2)");
    for (int i = 0; i < N; i++) {
      assertThat(censored[i]).isEqualTo(Math.min(2, whole[i]));
    }
    assertThat(model("censored(poisson(mu), upper = 2)").outputs())
        .containsExactly(Output.integer("y"));
  }

  @Test
  void aMixtureHasAComponentForEachWeight() throws Exception {
    double[] mixed = samples("mixture(w, normal(-100, 1), gamma(mu = 100, sigma = 1))");
    double below = Arrays.stream(mixed).filter(y -> y < 0).count() / (double) N;
    assertThat(below).isCloseTo(0.3, within(0.04)); // 5 standard errors.
    assertThat(Arrays.stream(mixed).filter(y -> y > 0)).allMatch(y -> Math.abs(y - 100) < 10);
    assertThat(
            samples("mixture(w = w, comp_dists = [normal(-100, 1), gamma(mu = 100, sigma = 1)])"))
        .containsExactly(mixed);
    assertThat(
            Arrays.stream(
                samples("mixture([0.5, 0.5], truncated(normal(0, 1), lower = 3), normal(-9, 1))")))
        .allMatch(y -> y >= 3 || y < 0);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "categorical(p = mu)|p of categorical must be a vector, but is a number. A vector is a"
            + " parameter with one dimension, or a list such as [a, b]",
        "normal(w, 1)|A number belongs here, but this is a vector of 2 (component). Choose an"
            + " element, as in beta[0], or reduce it: sum, mean or dot make a number of it",
        "categorical([0.5, 0.6])|p of categorical must be probabilities that sum to 1, but is [0.5,"
            + " 0.6]",
        "categorical([0.5, -0.5, 1])|Element 1 of p of categorical must be >= 0 and <= 1, but is"
            + " -0.5; of logits x, the probabilities are softmax(x)",
        "normal(mu, 0)|sigma of normal must be > 0 and finite, but is 0.0",
        "uniform(2, 1)|upper of uniform must be above lower, but is 1.0 where lower = 2.0",
        "truncated(normal(mu, 1), 2, 1)|upper of truncated must be above lower, but is 1.0",
        "truncated(mu, 0, 1)|A distribution belongs here, as in truncated(normal(mu, sigma), lower ="
            + " 0)",
        "truncated(lower = 0)|truncated needs one distribution, as in truncated(normal(mu, sigma),"
            + " lower = 0)",
        "truncated(normal(mu, 1), 0, 1, 2)|truncated takes 2 arguments: lower, upper",
        "truncated(normal(mu, 1), lowr = 0)|truncated has no parameter 'lowr' (did you mean 'lower'?):"
            + " lower, upper",
        "truncated(mixture(w, normal(0, 1), normal(1, 1)), 0, 1)|mixture can't be truncated: it has"
            + " no quantile",
        "censored(categorical(w), 0, 1)|censored takes no distribution of classes, such as"
            + " categorical",
        "mixture(w, normal(0, 1))|mixture has 2 weights, but 1 distributions",
        "mixture(w)|mixture needs weights, and a distribution for each of them, as in mixture(w,"
            + " normal(0, 1), normal(0, 9))",
        "mixture(w, normal(0, 1), poisson(1))|A mixture is of whole numbers or of real ones, not of"
            + " both: [normal, poisson]",
        "mixture([0.5, 0.6], normal(mu, 1), normal(0, 1))|w[0] of mixture must be a weight, and the"
            + " weights must sum to 1, but is 0.5",
        "mv_normal([0, 0], [[1, 0], [0, 1]])|mv_normal yields a vector: draw it in a step, as in"
            + " draw: {z: mv_normal(mu, chol = L)}, and use z[0] and z[1]; or let it stand in for"
            + " several elements when a level is unseen, as in unseen: {county: {\"[ab[county, 0],"
            + " ab[county, 1]]\": ...}}",
      })
  void saysWhatDoesNotFit(String call, String message) {
    assertThatThrownBy(() -> Program.compile(model(call), 4)).hasMessage("outputs.y: " + message);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "categorical([x, 0.5])|p of categorical must be probabilities that sum to 1, but is [0.25,"
            + " 0.5] in sample 0 of 4",
        "ordered_logistic(0, [x, 0])|cutpoints of ordered_logistic must be in ascending order, but is"
            + " [0.25, 0.0] in sample 0 of 4",
        "truncated(normal(mu, sigma), 1, x)|upper of truncated must be above lower, but is 0.25 where"
            + " mu = 1.0, sigma = 1.0, lower = 1.0 in sample 0 of 4",
        "mixture([x, 0.5], normal(0, 1), normal(9, 1))|w[0] of mixture must be a weight, and the"
            + " weights must sum to 1, but is 0.25 where w[1] = 0.5, mu = 0.0, sigma = 1.0, mu ="
            + " 9.0, sigma = 1.0 in sample 0 of 4",
        "mixture([0.5, 0.5], normal(0, 1), normal(9, x - 1))|sigma of normal must be > 0 and finite,"
            + " but is -0.75 in sample 0 of 4",
      })
  void rejectsARecordWhoseParametersDoNotFit(String call, String message) {
    assertThatThrownBy(() -> drawn(model(call), 0.25, 4))
        .isInstanceOfSatisfying(
            UnscorableException.class,
            e -> assertThat(e.code()).isEqualTo(DeadLetterCode.INVALID_PARAMETER))
        .hasMessage(message);
  }
}
