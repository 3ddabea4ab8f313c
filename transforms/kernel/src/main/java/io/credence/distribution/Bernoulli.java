package io.credence.distribution;

/** {@code bernoulli(p)}: 1 with probability p, else 0; or its logit {@code logit_p}. */
final class Bernoulli extends CountFamily {

  Bernoulli() {
    super(
        "bernoulli",
        "1 with probability p, or with log-odds logit_p, else 0",
        Parametrisation.of(Binomial.P),
        LogOdds.last());
  }

  @Override
  double sample(double p, double unused, Variates variates) {
    return variates.uniform() < p ? 1 : 0;
  }

  @Override
  double logProbability(double p, double unused, double k) {
    if (k > 1) {
      return Double.NEGATIVE_INFINITY;
    }
    return k == 1 ? StrictMath.log(p) : StrictMath.log1p(-p);
  }

  @Override
  double atMost(double p, double unused, double k) {
    return 1 - p;
  }

  @Override
  double above(double p, double unused, double k) {
    return p;
  }

  @Override
  double mean(double p, double unused) {
    return p;
  }

  @Override
  double greatest(double p, double unused) {
    return 1;
  }
}
