package io.credence.distribution;

/** {@code logistic(mu = 0, s = 1)}: mean mu, scale s; its cdf is the logistic function. */
final class Logistic extends Family {

  Logistic() {
    super(
        "logistic",
        "mean mu, scale s",
        Support.REAL,
        Parametrisation.of(Parameter.MU, Parameter.optional("s", Domain.POSITIVE, 1)));
  }

  @Override
  boolean strict() {
    return true;
  }

  /** The ratio of two exponential variates is distributed as odds. */
  @Override
  double sample(double mu, double s, Variates variates) {
    double numerator = variates.exponential();
    return mu + s * StrictMath.log(numerator / variates.exponential());
  }

  @Override
  double logDensity(double mu, double s, double y) {
    double z = Math.abs((y - mu) / s);
    return -z - 2 * StrictMath.log1p(StrictMath.exp(-z)) - StrictMath.log(s);
  }

  @Override
  double cdf(double mu, double s, double y) {
    return 1 / (1 + StrictMath.exp(-(y - mu) / s));
  }

  @Override
  double survival(double mu, double s, double y) {
    return 1 / (1 + StrictMath.exp((y - mu) / s));
  }

  @Override
  double lowerQuantile(double mu, double s, double p) {
    return mu - s * logOddsAgainst(p);
  }

  @Override
  double upperQuantile(double mu, double s, double q) {
    return mu + s * logOddsAgainst(q);
  }

  /** For p up to 1/2, without cancellation near it. */
  private static double logOddsAgainst(double p) {
    return p < 0.25 ? StrictMath.log((1 - p) / p) : StrictMath.log1p((1 - 2 * p) / p);
  }
}
