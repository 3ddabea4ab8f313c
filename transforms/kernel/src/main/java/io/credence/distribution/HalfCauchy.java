package io.credence.distribution;

/** {@code half_cauchy(beta)}: the size of a Cauchy variate with location 0 and scale beta. */
final class HalfCauchy extends Family {

  HalfCauchy() {
    super(
        "half_cauchy",
        "the size of a Cauchy variate with scale beta",
        Support.NON_NEGATIVE,
        Parametrisation.of(Gamma.BETA));
  }

  @Override
  boolean strict() {
    return true;
  }

  @Override
  double sample(double beta, double unused, Variates variates) {
    return beta * Math.abs(variates.cauchy());
  }

  @Override
  double logDensity(double beta, double unused, double y) {
    return y < 0
        ? Double.NEGATIVE_INFINITY
        : Cauchy.logStandard(y / beta) - StrictMath.log(0.5 * Math.PI * beta);
  }

  @Override
  double cdf(double beta, double unused, double y) {
    return y <= 0 ? 0 : StrictMath.atan(y / beta) / (0.5 * Math.PI);
  }

  @Override
  double survival(double beta, double unused, double y) {
    return y <= 0 ? 1 : StrictMath.atan2(1, y / beta) / (0.5 * Math.PI);
  }

  @Override
  double lowerQuantile(double beta, double unused, double p) {
    return beta * StrictMath.tan(0.5 * Math.PI * p);
  }

  @Override
  double upperQuantile(double beta, double unused, double q) {
    return beta * Cauchy.standardUpperQuantile(0.5 * q);
  }
}
