package io.credence.distribution;

/** {@code binomial(n, p)}: successes in n trials of probability p; or its logit {@code logit_p}. */
final class Binomial extends CountFamily {

  static final Parameter N = Parameter.required("n", Domain.COUNT);
  static final Parameter P = Parameter.required("p", Domain.UNIT_INTERVAL);

  Binomial() {
    super(
        "binomial",
        "successes in n trials of probability p, or of log-odds logit_p",
        Parametrisation.of(N, P),
        LogOdds.last(N));
  }

  @Override
  double sample(double n, double p, Variates variates) {
    return CountVariates.binomial(n, p, variates);
  }

  @Override
  double logProbability(double n, double p, double k) {
    return k > n ? Double.NEGATIVE_INFINITY : Saddle.binomial(k, n - k, p, 1 - p);
  }

  @Override
  double atMost(double n, double p, double k) {
    return p == 0 || p == 1 ? 1 - p : IncompleteBeta.of(1 - p, p, n - k, k + 1);
  }

  @Override
  double above(double n, double p, double k) {
    return p == 0 || p == 1 ? p : IncompleteBeta.of(p, 1 - p, k + 1, n - k);
  }

  @Override
  double mean(double n, double p) {
    return n * p;
  }

  @Override
  double greatest(double n, double p) {
    return n;
  }
}
