package io.credence.distribution;

/** {@code pareto(alpha, m)}: above m, its survival falls as (m / y)^alpha. */
final class Pareto extends Family {

  Pareto() {
    super(
        "pareto",
        "above m, with tail index alpha",
        Support.POSITIVE,
        Parametrisation.of(Gamma.ALPHA, Parameter.required("m", Domain.POSITIVE)));
  }

  @Override
  boolean strict() {
    return true;
  }

  @Override
  double sample(double alpha, double m, Variates variates) {
    return m * StrictMath.exp(variates.exponential() / alpha);
  }

  @Override
  double logDensity(double alpha, double m, double y) {
    return y < m || y == Double.POSITIVE_INFINITY
        ? Double.NEGATIVE_INFINITY
        : StrictMath.log(alpha) - alpha * logRatio(y, m) - StrictMath.log(y);
  }

  @Override
  double cdf(double alpha, double m, double y) {
    return y <= m ? 0 : -StrictMath.expm1(-alpha * logRatio(y, m));
  }

  @Override
  double survival(double alpha, double m, double y) {
    return y <= m ? 1 : StrictMath.exp(-alpha * logRatio(y, m));
  }

  private static double logRatio(double y, double m) {
    return y < 2 * m ? StrictMath.log1p((y - m) / m) : StrictMath.log(y / m);
  }

  @Override
  double lowerQuantile(double alpha, double m, double p) {
    return m * StrictMath.exp(-StrictMath.log1p(-p) / alpha);
  }

  @Override
  double upperQuantile(double alpha, double m, double q) {
    return m * StrictMath.exp(-StrictMath.log(q) / alpha);
  }
}
