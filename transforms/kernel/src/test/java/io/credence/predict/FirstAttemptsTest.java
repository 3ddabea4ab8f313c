package io.credence.predict;

import static io.credence.predict.ModelFixture.predicting;
import static io.credence.predict.Records.record;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.credence.model.Feature;
import io.credence.model.FeatureType;
import io.credence.model.Model;
import io.credence.model.Predictive;
import io.credence.model.TimeScale;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Published models as people write them down at first, and what becomes of each. */
class FirstAttemptsTest {

  private static final int N = 8000;

  private static Predictive drawn(Model model, Map<String, Object> record) throws Exception {
    Predictor predictor = Predictor.of(model, PredictSpec.DEFAULT.withNumSamples(N));
    Predictive room = predictor.room();
    predictor.predict((r, i) -> r.get(predictor.fields().get(i)), record, room);
    return room;
  }

  private static double mean(Model model, Map<String, Object> record) throws Exception {
    return Arrays.stream(drawn(model, record).samples(0)).average().orElseThrow();
  }

  /** A share of N samples has an error of 0.0056 at most. */
  @Test
  void wellsByLogisticRegression() throws Exception {
    Model model =
        predicting("bernoulli(logit_p = eta)")
            .number("dist")
            .number("arsenic")
            .parameter("a", 0.5, 0.5, 0.5, 0.5)
            .vector("b", "b_dim_0", -1, -1, -1, -1, 0.5, 0.5, 0.5, 0.5)
            .let("eta", "a + dot(b, [dist / 100, arsenic])")
            .model();
    assertThat(mean(model, record("dist", 50.0, "arsenic", 2.0)))
        .isCloseTo(1 / (1 + Math.exp(-1)), within(0.028));
  }

  /** The sd is sqrt(4 + 16 / 2) = 3.46, that of the mean 0.039. */
  @Test
  void roachesByANegativeBinomialWithExposure() throws Exception {
    Model model =
        predicting(
                "negative_binomial(mu = exp(b0 + dot(b, [roach1 / 100]) + log(exposure2)), alpha = alpha)")
            .number("roach1")
            .number("exposure2")
            .parameter("b0", 0, 0, 0, 0)
            .vector("b", "b_dim_0", 0, 0, 0, 0)
            .parameter("alpha", 2, 2, 2, 2)
            .model();
    assertThat(mean(model, record("roach1", 10.0, "exposure2", 4.0))).isCloseTo(4, within(0.2));
  }

  @Test
  void trolleysByAnOrderedLogistic() throws Exception {
    Model model =
        predicting("ordered_logistic(eta = dot(b, [action, contact]), cutpoints = cutpoints)")
            .number("action")
            .number("contact")
            .vector("b", "b_dim_0", -1, -1, -1, -1, -0.5, -0.5, -0.5, -0.5)
            .vector("cutpoints", "cutpoints_dim_0", -1, -1, -1, -1, 1, 1, 1, 1)
            .model();
    double[] probabilities = drawn(model, record("action", 1.0, "contact", 0.0)).probabilities(0);
    assertThat(probabilities[0]).isCloseTo(0.5, within(1e-12));
    assertThat(probabilities[2]).isCloseTo(1 / (1 + Math.exp(2)), within(1e-12));
  }

  /** The mean of what is claimed at all is exp(1 + 0.02), and psi 0.5; its sd is about 1.45. */
  @Test
  void claimsByAHurdle() throws Exception {
    Model model =
        predicting("hurdle_lognormal(psi = logistic(g + h * age), mu = a, sigma = sigma)")
            .number("age")
            .parameter("g", -4, -4, -4, -4)
            .parameter("h", 0.1, 0.1, 0.1, 0.1)
            .parameter("a", 1, 1, 1, 1)
            .parameter("sigma", 0.2, 0.2, 0.2, 0.2)
            .model();
    assertThat(mean(model, record("age", 40.0))).isCloseTo(Math.exp(1.02) / 2, within(0.08));
  }

  /** Sixty terms, written out by hand, are one line. */
  @Test
  void theMeanOfAGaussianProcess() throws Exception {
    ModelFixture fixture =
        predicting("eta ** 2 * dot(alpha_w, exp(-0.5 * ((x - X) / ls) ** 2))")
            .number("x")
            .parameter("eta", 1, 2, 3, 4)
            .parameter("ls", 1, 1, 2, 2)
            .vector("alpha_w", "alpha_w_dim_0", 1, 1, 1, 1, 2, 2, 2, 2)
            .vector("X", "X_dim_0", 0, 0, 0, 0, 3, 3, 3, 3);
    double[] found = Records.samples(fixture.model(), record("x", 1.0));
    double[] eta = {1, 2, 3, 4};
    double[] ls = {1, 1, 2, 2};
    for (int i = 0; i < 4; i++) {
      double kernel = Math.exp(-0.5 / (ls[i] * ls[i])) + 2 * Math.exp(-2 / (ls[i] * ls[i]));
      assertThat(found[i]).isCloseTo(eta[i] * eta[i] * kernel, within(1e-12));
    }
  }

  private static ModelFixture radon() {
    return predicting("ab[county, 0] + ab[county, 1] * floor")
        .texts("county", "a", "b")
        .number("floor")
        .parameter("mu_a", 1, 1, 1, 1)
        .parameter("mu_b", -1, -1, -1, -1)
        .matrix("ab", 2, 2, new double[16]);
  }

  @Test
  void slopesFromTheDistributionOfInterceptsAreRefused() {
    ExpressionModel model = radon().unseen("county", "ab", "normal(mu_a, 1)").model();
    assertThatThrownBy(() -> Program.compile(model, 4))
        .isInstanceOf(ProgramException.class)
        .hasMessageStartingWith("unseen.county.ab: ")
        .hasMessageContaining("ab[county, 1]");
  }

  @Test
  void aSpreadOfZeroIsRefusedAtLoad() {
    ExpressionModel model = radon().unseen("county", "ab", "normal(mu_a, 0)").model();
    assertThatThrownBy(() -> Program.compile(model, 4))
        .hasMessage("unseen.county.ab: sigma of normal must be > 0 and finite, but is 0.0");
  }

  @Test
  void aNewCountyCanHaveThePopulationsMeans() throws Exception {
    Model model =
        radon()
            .unseen("county", "ab[county, 0]", "mu_a")
            .unseen("county", "ab[county, 1]", "mu_b")
            .model();
    assertThat(Records.samples(model, record("county", "new", "floor", 0.5))).containsOnly(0.5);
  }

  @Test
  void namesOfBambiStandInBackquotes() throws Exception {
    Model model =
        predicting("Intercept + `1|Subject`[Subject] + `Days|Subject`[Subject] * Days")
            .number("Days")
            .texts("Subject", "308", "309")
            .coordinate("Subject__factor_dim", "308", "309")
            .parameter("Intercept", 250, 250, 250, 250)
            .vector("1|Subject", "Subject__factor_dim", 1, 1, 1, 1, 2, 2, 2, 2)
            .vector("Days|Subject", "Subject__factor_dim", 10, 10, 10, 10, 20, 20, 20, 20)
            .model();
    assertThat(Records.samples(model, record("Subject", "309", "Days", 2.0))).containsOnly(292);
  }

  @Test
  void theLevelThatTreatmentCodingLeavesOutIsZero() throws Exception {
    Model model =
        predicting("b_eth[eth] + 1")
            .feature(
                Feature.named("eth", FeatureType.STRING)
                    .levels(List.of("black", "hispanic", "white"))
                    .reference("black")
                    .build())
            .coordinate("b_eth_dim", "hispanic", "white")
            .vector("b_eth", "b_eth_dim", 1, 1, 1, 1, 2, 2, 2, 2)
            .model();
    assertThat(Records.samples(model, record("eth", "black"))).containsOnly(1);
    assertThat(Records.samples(model, record("eth", "white"))).containsOnly(3);
  }

  @Test
  void aDateIsANumberOfDays() throws Exception {
    Model model =
        predicting("2 * sold_on")
            .feature(
                Feature.named("sold_on", FeatureType.TIMESTAMP)
                    .time(new TimeScale("d", Instant.parse("2024-01-01T00:00:00Z")))
                    .build())
            .model();
    assertThat(Records.samples(model, record("sold_on", "2024-01-11"))).containsOnly(20);
  }
}
