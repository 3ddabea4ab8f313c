package io.credence.distribution;

/** {@code geometric(p)}: trials of probability p until the first success, which counts. */
final class Geometric extends CountFamily {

  Geometric() {
    super(
        "geometric",
        "trials of probability p until the first success, at least 1",
        Parametrisation.of(Parameter.required("p", Domain.POSITIVE_UNIT_INTERVAL)));
  }

  @Override
  double sample(double p, double unused, Variates variates) {
    return 1 + Math.floor(variates.exponential() / -StrictMath.log1p(-p));
  }

  @Override
  double logProbability(double p, double unused, double k) {
    if (k == 0) {
      return Double.NEGATIVE_INFINITY;
    }
    return k == 1 ? StrictMath.log(p) : (k - 1) * StrictMath.log1p(-p) + StrictMath.log(p);
  }

  @Override
  double atMost(double p, double unused, double k) {
    return k == 0 ? 0 : -StrictMath.expm1(k * StrictMath.log1p(-p));
  }

  @Override
  double above(double p, double unused, double k) {
    return k == 0 ? 1 : StrictMath.exp(k * StrictMath.log1p(-p));
  }

  @Override
  double mean(double p, double unused) {
    return 1 / p;
  }
}
