package io.credence.distribution;

/** {@code weibull(alpha, beta)}: shape alpha, scale beta. */
final class Weibull extends Family {

  Weibull() {
    super(
        "weibull",
        "shape alpha, scale beta",
        Support.NON_NEGATIVE,
        Parametrisation.of(Gamma.ALPHA, Gamma.BETA));
  }

  @Override
  boolean strict() {
    return true;
  }

  @Override
  double sample(double alpha, double beta, Variates variates) {
    return beta * power(variates.exponential(), 1 / alpha);
  }

  @Override
  double logDensity(double alpha, double beta, double y) {
    if (y < 0 || y == Double.POSITIVE_INFINITY) {
      return Double.NEGATIVE_INFINITY;
    }
    double log = StrictMath.log(y / beta);
    double powers = alpha == 1 ? 0 : (alpha - 1) * log;
    return StrictMath.log(alpha) - StrictMath.log(beta) + powers - StrictMath.exp(alpha * log);
  }

  @Override
  double cdf(double alpha, double beta, double y) {
    return y <= 0 ? 0 : -StrictMath.expm1(-power(y / beta, alpha));
  }

  @Override
  double survival(double alpha, double beta, double y) {
    return y <= 0 ? 1 : StrictMath.exp(-power(y / beta, alpha));
  }

  @Override
  double lowerQuantile(double alpha, double beta, double p) {
    return beta * power(-StrictMath.log1p(-p), 1 / alpha);
  }

  @Override
  double upperQuantile(double alpha, double beta, double q) {
    return beta * power(-StrictMath.log(q), 1 / alpha);
  }

  /** Cheaper than pow, and as good where the result is neither huge nor tiny. */
  private static double power(double x, double exponent) {
    return StrictMath.exp(exponent * StrictMath.log(x));
  }
}
