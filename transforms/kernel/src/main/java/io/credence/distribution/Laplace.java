package io.credence.distribution;

/** {@code laplace(mu, b)}: mu plus or minus an exponential variate with mean b. */
final class Laplace extends Family {

  Laplace() {
    super(
        "laplace",
        "mu plus or minus an exponential variate with mean b",
        Support.REAL,
        Parametrisation.of(
            Parameter.required("mu", Domain.REAL), Parameter.required("b", Domain.POSITIVE)));
  }

  @Override
  boolean strict() {
    return true;
  }

  @Override
  double sample(double mu, double b, Variates variates) {
    double up = variates.exponential();
    return mu + b * (up - variates.exponential());
  }

  @Override
  double logDensity(double mu, double b, double y) {
    return -Math.abs(y - mu) / b - StrictMath.log(2 * b);
  }

  @Override
  double cdf(double mu, double b, double y) {
    return below((y - mu) / b);
  }

  @Override
  double survival(double mu, double b, double y) {
    return below((mu - y) / b);
  }

  private static double below(double z) {
    double tail = 0.5 * StrictMath.exp(-Math.abs(z));
    return z <= 0 ? tail : 1 - tail;
  }

  @Override
  double lowerQuantile(double mu, double b, double p) {
    return mu + b * StrictMath.log(2 * p);
  }

  @Override
  double upperQuantile(double mu, double b, double q) {
    return mu - b * StrictMath.log(2 * q);
  }
}
