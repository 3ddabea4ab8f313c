package io.credence.distribution;

import static org.assertj.core.api.Assertions.assertThat;

import io.credence.draws.DrawColumn;
import java.util.stream.Stream;
import org.assertj.core.data.Offset;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Alternative parametrisations, by their definitions in PyMC. */
class ParametrisationTest {

  // sigma = 1 / sqrt(tau); gamma: alpha = (mu / sigma)^2, beta = mu / sigma^2; inverse_gamma: alpha
  // =
  // 2 + (mu / sigma)^2, beta = mu (alpha - 1); beta: nu = mu (1 - mu) / sigma^2 - 1, alpha = mu nu,
  // beta = (1 - mu) nu; negative_binomial: mu = n (1 - p) / p, alpha = n; wald: phi = lam / mu.
  @ParameterizedTest
  @CsvSource({
    "normal,'mu, tau',3 4,3 0.5",
    "lognormal,'mu, tau',3 4,3 0.5",
    "student_t,'nu, mu, lam',5 3 4,5 3 0.5",
    "half_normal,tau,4,0.5",
    "half_student_t,'nu, lam',5 4,5 0.5",
    "skew_normal,'alpha, mu, tau',-2 3 4,-2 3 0.5",
    "hurdle_lognormal,'psi, mu, tau',0.3 3 4,0.3 3 0.5",
    "gamma,'mu, sigma',6 2,9 1.5",
    "hurdle_gamma,'psi, mu, sigma',0.3 6 2,0.3 9 1.5",
    "inverse_gamma,'mu, sigma',6 2,11 60",
    "beta,'mu, sigma',0.25 0.25,0.5 1.5",
    "beta,'mu, nu',0.25 8,2 6",
    "exponential,scale,4,0.25",
    "bernoulli,logit_p,0,0.5",
    "bernoulli,logit_p,-800,0",
    "bernoulli,logit_p,40,1",
    "binomial,'n, logit_p',7 1.0986122886681098,7 0.75",
    "negative_binomial,'n, p',3 0.25,9 3",
    "zero_inflated_negative_binomial,'psi, n, p',0.3 3 0.25,0.3 9 3",
    "hurdle_negative_binomial,'psi, n, p',0.3 3 0.25,0.3 9 3",
    "wald,'mu, phi, alpha',2 3 1,2 6 1",
    "wald,'lam, phi, alpha',6 3 1,2 6 1"
  })
  void becomesTheFirst(String name, String parameters, String given, String first) {
    Distribution distribution = Distributions.named(name).orElseThrow();
    Parametrisation parametrisation =
        distribution.parametrisations().stream()
            .filter(each -> String.join(", ", each.names()).equals(parameters))
            .findAny()
            .orElseThrow();
    double[][] found = new double[distribution.parametrisations().get(0).parameters().size()][1];
    parametrisation
        .conversion()
        .orElseThrow()
        .convert(
            Stream.of(given.split(" ", -1)).map(Columns::of).toArray(DrawColumn[]::new), 1, found);
    double[] expected = Stream.of(first.split(" ", -1)).mapToDouble(Double::parseDouble).toArray();
    assertThat(Stream.of(found).mapToDouble(each -> each[0]).toArray())
        .containsExactly(expected, Offset.offset(1e-14));
  }
}
