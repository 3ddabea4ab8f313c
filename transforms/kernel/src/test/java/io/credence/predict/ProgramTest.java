package io.credence.predict;

import static io.credence.predict.ModelFixture.predicting;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ProgramTest {

  private static final double[] EIGHT = {1, 2, 3, 4, 5, 6, 7, 8};

  private static ModelFixture model(String predict) {
    return predicting(predict)
        .number("x")
        .texts("c", "a", "b")
        .parameter("mu", 1, 2, 3, 4)
        .parameter("sigma", 1, 1, 1, 1)
        .vector("beta", "c", EIGHT);
  }

  private static List<String> faults(ExpressionModel model) {
    ProgramException exception =
        catchThrowableOfType(ProgramException.class, () -> Program.compile(model, 4));
    return exception.faults().stream()
        .map(fault -> fault.part() + "@" + fault.exception().offset())
        .toList();
  }

  @Test
  void onlyDrawsThatAreUsedMustBeFinite() {
    ModelFixture unused = model("normal(mu, sigma)").parameter("log_lik", 0, Double.NaN, 1, 2);
    assertThatCode(() -> Program.compile(unused.model(), 4)).doesNotThrowAnyException();
    ModelFixture used = model("normal(log_lik, 1)").parameter("log_lik", 0, Double.NaN, 1, 2);
    assertThatThrownBy(() -> Program.compile(used.model(), 4))
        .hasMessage(
            "predict: The draws of log_lik must be finite, but 1 of 4 are NaN or infinite. Look at"
                + " the fit");
  }

  @Test
  void aStepMayHaveTheNameOfAParameter() {
    assertThatCode(() -> Program.compile(model("normal(mu, 1)").let("mu", "x * 2").model(), 4))
        .doesNotThrowAnyException();
    assertThatThrownBy(() -> Program.compile(model("normal(mu, 1)").let("mu", "mu * 2").model(), 4))
        .hasMessageContaining("the posterior has a parameter 'mu' too, which the step hides");
  }

  @Test
  void aFeatureThatCouldBeAParameterIsRefused() {
    assertThatThrownBy(() -> Program.compile(model("normal(mu, 1)").number("mu").model(), 4))
        .hasMessage(
            "predict: 'mu' could be the feature or the parameter of this name. Rename the feature,"
                + " as in mu_: {column: mu, …}");
    assertThatCode(() -> Program.compile(model("normal(x, sigma)").number("mu").model(), 4))
        .doesNotThrowAnyException();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "normal(mu, sigma)",
        "normal(mu = mu, sigma = sigma)",
        "normal(sigma = sigma, mu = mu)",
        "normal(mu, sigma = sigma)",
        "normal(mu)",
        "normal()",
        "student_t(4, mu, sigma)",
        "student_t(nu = 4)",
        "lognormal(mu, sigma)",
        "mu",
        "exp(mu)",
        "beta[c] * x",
      })
  void compiles(String predict) throws Exception {
    assertThatCode(() -> Program.compile(model(predict).model(), 7)).doesNotThrowAnyException();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "norml(mu, sigma)|There is no function or distribution 'norml' (did you mean 'normal'?)",
        "Normal(mu, sigma)|There is no function or distribution 'Normal' (did you mean 'normal'?)",
        "nosuch(mu, sigma)|There is no function or distribution 'nosuch'. Functions: abs,",
        "sigmoid(mu)|There is no function or distribution 'sigmoid' (it is called 'logistic' here)",
        "dnorm(mu, sigma)|There is no function or distribution 'dnorm' (write normal(mu, tau = …) for"
            + " BUGS, which gives the precision)",
        "dbern(0.5)|There is no function or distribution 'dbern' (it is called 'bernoulli' here)",
        "poisson_log(mu)|There is no function or distribution 'poisson_log' (write poisson(exp(eta)))",
        "bernoulli_logit(mu)|There is no function or distribution 'bernoulli_logit' (write"
            + " bernoulli(logit_p = eta))",
      })
  void saysWhatThereIsInsteadOfAnUnknownDistribution(String predict, String beginning) {
    assertThatThrownBy(() -> Program.compile(model(predict).model(), 7))
        .hasMessageStartingWith("predict: " + beginning);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "normal(mu, sd = sigma)|16|normal has no parameter 'sd' (it is called 'sigma' here): mu,"
            + " sigma; or mu, tau",
        "normal(mu, sgima = sigma)|19|normal has no parameter 'sgima' (did you mean 'sigma'?): mu,"
            + " sigma; or mu, tau",
        "normal(loc = mu, scale = sigma)|13|normal has no parameter 'loc' (it is called 'mu' here):"
            + " mu, sigma; or mu, tau",
        "laplace(mu, scale = sigma)|20|laplace has no parameter 'scale' (it is called 'b' here): mu, b",
        "gamma(mu, scale = sigma)|18|gamma has no parameter 'scale': alpha, beta; or mu, sigma",
        "bernoulli(1.5)|10|p of bernoulli must be >= 0 and <= 1, but is 1.5; of log-odds x, the"
            + " probability is logistic(x)",
        "categorical([2, -1])|12|Element 0 of p of categorical must be >= 0 and <= 1, but is 2.0; of"
            + " logits x, the probabilities are softmax(x)",
        "normal(mu, sigma, 1)|18|normal takes 2 arguments: mu, sigma",
        "normal(mu, mu = 1)|16|normal got mu twice",
        "normal(sigma = 1, 2)|18|normal got sigma twice",
        "student_t(mu = mu)|0|student_t needs nu",
        "2 * normal(mu, sigma)|4|normal is a distribution: it can only be all of predict, of an output or of a draw step, or stand"
            + " in for an unseen level",
        "2 * normal(mu = mu, sigma = sigma)|4|normal is a distribution: it can only be all of"
            + " predict, of an output or of a draw step, or stand in for an unseen level",
        "normal(normal(0, 1), 1)|7|normal is a distribution: it can only be all of predict, of an output or of a draw step, or"
            + " stand in for an unseen level",
      })
  void saysWhatIsWrongWithThePrediction(String predict, int offset, String message) {
    assertThat(faults(model(predict).model())).containsExactly("predict@" + offset);
    assertThatThrownBy(() -> Program.compile(model(predict).model(), 4))
        .hasMessage("predict: " + message);
  }

  @Test
  void reportsTheFaultsOfAllParts() {
    ExpressionModel model =
        model("normal(nope, one)")
            .let("one", "two + 1")
            .let("two", "sqr(x)")
            .let("three", "1 + tau")
            .model();
    assertThat(faults(model)).containsExactly("let.two@0", "let.three@4", "predict@7");
  }

  @Test
  void reportsAllNamesThatThereAreNot() {
    ExpressionModel model =
        model("normal(one + nope * nay[0] + sqr(nope), yet)")
            .let("one", "na + nb")
            .draw("z", "normal(nc, no(nd))")
            .unseen("c", "beta", "normal(ne, nf)")
            .model();
    assertThat(faults(model))
        .containsExactly(
            "unseen.c.beta@7",
            "unseen.c.beta@11",
            "draw.z@7",
            "draw.z@11",
            "draw.z@14",
            "let.one@0",
            "let.one@5",
            "predict@13",
            "predict@20",
            "predict@29",
            "predict@40");
  }

  /** What has a fault may be anything: what it is taken for is no fault of what uses it. */
  @Test
  void reportsNothingThatFollows() {
    ExpressionModel model =
        ModelFixture.withOutputs()
            .number("x")
            .vector("a", "prog", new double[12])
            .coordinate("prog", "u", "v", "w")
            .let("vector", "[x, nope]")
            .let("twice", "2 * vector")
            .draw("k", "categorical(softmax(a), labels = nope)")
            .draw("z", "mv_normal(vector, [[1, 0], [0, 1]])")
            .output("one", "vector[0] + twice[1]")
            .output("two", "a[k] + sum(twice)")
            .output("three", "z[0] + z[1]")
            .output("four", "three + one")
            .output("five", "normal(x, -1)")
            .model();
    assertThat(faults(model)).containsExactly("draw.k@33", "let.vector@4", "outputs.five@10");
  }

  @Test
  void reportsACycleOnce() {
    ExpressionModel model = model("one").let("one", "2 * two").let("two", "one").model();
    assertThat(faults(model)).containsExactly("let.one@4");
  }

  @Test
  void aStepThatHidesAConstantAndMeansItIsSaidToHideIt() {
    ExpressionModel model =
        model("x_mean").constant("x_mean", 2).let("x_mean", "x - x_mean").model();
    assertThatThrownBy(() -> Program.compile(model, 4))
        .hasMessage(
            "let.x_mean: The let steps form a cycle: x_mean -> x_mean; the posterior has a constant"
                + " 'x_mean' too, which the step hides: rename the step to use it");
  }

  @Test
  void aConstantBehindALongerCycleIsNamedToo() {
    ExpressionModel model =
        model("one").constant("two", 2).let("one", "2 * two").let("two", "one + x").model();
    assertThatThrownBy(() -> Program.compile(model, 4))
        .hasMessage(
            "let.one: The let steps form a cycle: one -> two -> one; the posterior has a constant"
                + " 'two' too, which the step hides: rename the step to use it");
  }

  @Test
  void aDistributionInAStepIsRefusedForWhatItIsWhateverItsArguments() {
    ExpressionModel model = model("one").let("one", "normal(mu = 0, sigma = 1)").model();
    assertThatThrownBy(() -> Program.compile(model, 4))
        .hasMessage(
            "let.one: normal is a distribution: it can only be all of predict, of an output or of a draw step, or stand in for an"
                + " unseen level");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "[mu, mu]|This has 2 elements, but 'beta' names none one by one",
        "categorical([0.5, 0.5])|Classes can't stand in for numbers",
        "beta[c]|What stands in for an unseen level of 'c' can't be indexed by it",
        "mv_normal([0, mu], [[1, 0], [0, 1]])|mv_normal yields 2 elements here, but 'beta' names"
            + " none one by one",
        "normal(mu, 0)|sigma of normal must be > 0 and finite, but is 0.0",
        "normal(0, tau)|There is no feature, parameter, constant or let step 'tau'",
      })
  void saysWhatIsWrongWithASubstitute(String substitute, String message) {
    ExpressionModel model = model("beta[c]").unseen("c", "beta", substitute).model();
    assertThatThrownBy(() -> Program.compile(model, 4)).hasMessage("unseen.c.beta: " + message);
  }

  @Test
  void aFaultySubstituteIsReportedOnceForAllCoefficients() {
    ExpressionModel model =
        predicting("dot(theta[c], [1, x])")
            .number("x")
            .texts("c", "a", "b")
            .matrix("theta", 2, 2, new double[16])
            .unseen("c", "theta", "normal(0, tau)")
            .model();
    assertThat(faults(model)).containsExactly("unseen.c.theta@10");
  }

  @Test
  void aSubstituteThatNothingUsesIsAFault() {
    ExpressionModel model =
        model("beta[c]").unseen("c", "beta", "normal()").unseen("c", "bta", "normal()").model();
    assertThatThrownBy(() -> Program.compile(model, 4))
        .hasMessage("unseen.c.bta: No expression indexes 'bta' by 'c' (did you mean 'beta'?)");
  }
}
