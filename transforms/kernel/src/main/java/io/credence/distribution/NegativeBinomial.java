package io.credence.distribution;

import java.util.List;

/**
 * {@code negative_binomial(mu, alpha)}: mean mu, variance mu + mu^2 / alpha; or {@code n, p}, the
 * failures before n successes of probability p.
 */
final class NegativeBinomial extends CountFamily {

  static final Parameter ALPHA = Parameter.required("alpha", Domain.POSITIVE);

  NegativeBinomial() {
    super(
        "negative_binomial",
        "mean mu and variance mu + mu^2 / alpha, or failures before n successes of probability p",
        Parametrisation.of(Poisson.MU, ALPHA),
        bySuccesses());
  }

  /** The parametrisation by n and p, after others that stay. */
  static Parametrisation bySuccesses(Parameter... before) {
    int mu = before.length;
    return Parametrisation.keeping(
        List.of(before),
        (given, n, first) -> {
          for (int i = 0; i < n; i++) {
            double successes = given[mu].get(i);
            double p = given[mu + 1].get(i);
            first[mu][i] = successes * ((1 - p) / p);
            first[mu + 1][i] = successes;
          }
        },
        Parameter.required("n", Domain.POSITIVE),
        Parameter.required("p", Domain.POSITIVE_UNIT_INTERVAL));
  }

  @Override
  double sample(double mu, double alpha, Variates variates) {
    return CountVariates.negativeBinomial(mu, alpha, variates);
  }

  /** After R's dnbinom. */
  @Override
  double logProbability(double mu, double alpha, double k) {
    if (k == 0) {
      return -alpha * StrictMath.log1p(mu / alpha);
    }
    double n = mu + alpha;
    return Saddle.binomial(alpha, k, alpha / n, mu / n) - StrictMath.log1p(k / alpha);
  }

  @Override
  double atMost(double mu, double alpha, double k) {
    return mu == 0 ? 1 : IncompleteBeta.of(alpha / (mu + alpha), mu / (mu + alpha), alpha, k + 1);
  }

  @Override
  double above(double mu, double alpha, double k) {
    return mu == 0 ? 0 : IncompleteBeta.of(mu / (mu + alpha), alpha / (mu + alpha), k + 1, alpha);
  }

  @Override
  double mean(double mu, double alpha) {
    return mu;
  }
}
