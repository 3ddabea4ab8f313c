package io.credence.distribution;

/** {@code cauchy(alpha, beta)}: location and scale. It has no mean. */
final class Cauchy extends Family {

  Cauchy() {
    super(
        "cauchy",
        "location alpha, scale beta",
        Support.REAL,
        Parametrisation.of(Parameter.required("alpha", Domain.REAL), Gamma.BETA));
  }

  @Override
  boolean strict() {
    return true;
  }

  @Override
  double sample(double alpha, double beta, Variates variates) {
    return alpha + beta * variates.cauchy();
  }

  @Override
  double logDensity(double alpha, double beta, double y) {
    return logStandard((y - alpha) / beta) - StrictMath.log(Math.PI * beta);
  }

  /** -log(1 + z^2), also where z^2 overflows. */
  static double logStandard(double z) {
    double size = Math.abs(z);
    return size < 1e8 ? -StrictMath.log1p(z * z) : -2 * StrictMath.log(size);
  }

  @Override
  double cdf(double alpha, double beta, double y) {
    return StrictMath.atan2(1, -(y - alpha) / beta) / Math.PI;
  }

  @Override
  double survival(double alpha, double beta, double y) {
    return StrictMath.atan2(1, (y - alpha) / beta) / Math.PI;
  }

  @Override
  double lowerQuantile(double alpha, double beta, double p) {
    return alpha - beta * standardUpperQuantile(p);
  }

  @Override
  double upperQuantile(double alpha, double beta, double q) {
    return alpha + beta * standardUpperQuantile(q);
  }

  static double standardUpperQuantile(double q) {
    return q < 0.25 ? 1 / StrictMath.tan(Math.PI * q) : StrictMath.tan(Math.PI * (0.5 - q));
  }
}
