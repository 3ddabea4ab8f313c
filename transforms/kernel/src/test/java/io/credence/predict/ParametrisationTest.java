package io.credence.predict;

import static io.credence.predict.ModelFixture.predicting;
import static io.credence.predict.Records.record;
import static io.credence.predict.Records.samples;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.credence.deadletter.DeadLetterCode;
import io.credence.deadletter.UnscorableException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The ways in which a distribution's parameters can be given. */
class ParametrisationTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "normal(x, tau = 4) | normal(x, 0.5)",
        "normal(tau = 4) | normal(0, 0.5)",
        "normal(tau = 4, mu = x) | normal(mu = x, sigma = 0.5)",
        "normal(tau = 4 * x) | normal(0, 0.5 / sqrt(x))",
        "lognormal(x, tau = 0.25) | lognormal(x, 2)",
        "student_t(5, x, lam = 16) | student_t(5, x, 0.25)"
      })
  void yieldTheSameSamples(String one, String other) throws Exception {
    assertThat(samples(predicting(one).number("x").model(), record("x", 4)))
        .containsExactly(samples(predicting(other).number("x").model(), record("x", 4)));
  }

  @Test
  void theirOwnParametersAreChecked() {
    assertThatThrownBy(
            () -> samples(predicting("normal(tau = -x)").number("x").model(), record("x", 1)))
        .isInstanceOfSatisfying(
            UnscorableException.class,
            e -> assertThat(e.code()).isEqualTo(DeadLetterCode.INVALID_PARAMETER))
        .hasMessage("tau of normal must be > 0 and finite, but is -1.0 in sample 0 of 4");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "truncated(lognormal(0, 1), upper = -x)",
        "truncated(uniform(0, 1), lower = 5 * x)",
        "truncated(exponential(1), upper = -5 * x)",
        "truncated(half_normal(1), upper = -5 * x)",
        "truncated(exponential(1), lower = 800 * x, upper = 1600)"
      })
  void somethingMustBeLeft(String call) {
    assertThatThrownBy(() -> samples(predicting(call).number("x").model(), record("x", 1)))
        .isInstanceOfSatisfying(
            UnscorableException.class,
            e -> assertThat(e.code()).isEqualTo(DeadLetterCode.INVALID_PARAMETER))
        .hasMessageContaining("is left");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "normal(sigma = 1, tau = 1) | normal does not take 'tau' with the arguments before it: mu, sigma; or mu, tau",
        "normal(0, 1, tau = 1) | normal got tau twice",
        "normal(0, sd = 1) | normal has no parameter 'sd' (it is called 'sigma' here): mu, sigma; or mu, tau",
        "normal(0, 1, 2) | normal takes 2 arguments: mu, sigma",
        "student_t(lam = 1) | student_t needs nu",
        "gamma(100, sigma = 1) | Argument 1 of gamma would be mu here, but is alpha where no names are given: name it, as in mu = …",
        "negative_binomial(10, p = 0.5) | Argument 1 of negative_binomial would be n here, but is mu"
      })
  void callsThatFitNoneAreRefused(String call, String message) {
    assertThatThrownBy(() -> Program.compile(predicting(call).model(), 4))
        .isInstanceOf(ProgramException.class)
        .hasMessageContaining(message);
  }
}
