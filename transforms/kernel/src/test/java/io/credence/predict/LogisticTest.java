package io.credence.predict;

import static io.credence.predict.ModelFixture.predicting;
import static io.credence.predict.Records.record;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** One name is that of a function and of a distribution. */
class LogisticTest {

  private static final int N = 20_000;

  private static double[] samples(String predict) throws Exception {
    return Records.samples(
        Predictor.of(
            predicting(predict).number("x").model(), PredictSpec.DEFAULT.withNumSamples(N)),
        record("x", 2.0));
  }

  @Test
  void withOneArgumentItIsTheFunction() throws Exception {
    assertThat(samples("logistic(x)")).containsOnly(1 / (1 + Math.exp(-2)));
  }

  /** The sd is s pi / sqrt(3); of N samples, the mean has an error of 0.0128 s, here by 5. */
  @ParameterizedTest
  @CsvSource({
    "'logistic(x, 3)', 2, 3",
    "'logistic(mu = x, s = 3)', 2, 3",
    "logistic(mu = x), 2, 1",
    "logistic(s = 0.5), 0, 0.5",
    "logistic(), 0, 1",
  })
  void otherwiseItIsTheDistribution(String predict, double mean, double s) throws Exception {
    double[] samples = samples(predict);
    double average = Arrays.stream(samples).average().orElseThrow();
    double variance = Arrays.stream(samples).map(y -> (y - average) * (y - average)).sum() / N;
    assertThat(average).isCloseTo(mean, within(5 * 0.0128 * s));
    assertThat(Math.sqrt(variance)).isCloseTo(s * Math.PI / Math.sqrt(3), within(0.06 * s));
  }

  @ParameterizedTest
  @ValueSource(strings = {"truncated(logistic(x, 1), lower = 0)", "mixture([1], logistic(mu = x))"})
  void itCanBePartOfOthers(String predict) throws Exception {
    assertThat(samples(predict)).hasSize(N);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "2 * logistic(x, 1)|logistic is a distribution, unless it has one argument without a name: it"
            + " can only be all of predict",
        "2 * logistic(mu = x)|logistic is a distribution, unless it has one argument without a name",
        "truncated(logistic(x), lower = 0)|A distribution belongs here, as in truncated(normal(mu,"
            + " sigma), lower = 0); logistic with one argument is the function, so name it:"
            + " logistic(mu = …)",
        "logistic(x, 0)|s of logistic must be > 0 and finite, but is 0.0",
      })
  void whatFitsNeitherIsRefused(String predict, String message) {
    assertThatThrownBy(() -> Program.compile(predicting(predict).number("x").model(), 4))
        .hasMessageStartingWith("predict: " + message);
  }
}
