package io.credence.distribution;

/** {@code gumbel(mu, beta)}: of greatest values; mode mu, scale beta. */
final class Gumbel extends Family {

  Gumbel() {
    super(
        "gumbel",
        "of greatest values: mode mu, scale beta",
        Support.REAL,
        Parametrisation.of(Parameter.required("mu", Domain.REAL), Gamma.BETA));
  }

  @Override
  boolean strict() {
    return true;
  }

  @Override
  double sample(double mu, double beta, Variates variates) {
    return mu - beta * StrictMath.log(variates.exponential());
  }

  @Override
  double logDensity(double mu, double beta, double y) {
    double z = (y - mu) / beta;
    return Double.isInfinite(z)
        ? Double.NEGATIVE_INFINITY
        : -z - StrictMath.exp(-z) - StrictMath.log(beta);
  }

  @Override
  double cdf(double mu, double beta, double y) {
    return StrictMath.exp(-StrictMath.exp(-(y - mu) / beta));
  }

  @Override
  double survival(double mu, double beta, double y) {
    return -StrictMath.expm1(-StrictMath.exp(-(y - mu) / beta));
  }

  @Override
  double lowerQuantile(double mu, double beta, double p) {
    return mu - beta * StrictMath.log(-StrictMath.log(p));
  }

  @Override
  double upperQuantile(double mu, double beta, double q) {
    return mu - beta * StrictMath.log(-StrictMath.log1p(-q));
  }
}
