package io.credence.distribution;

import io.credence.draws.DrawColumn;

/**
 * {@code lognormal(mu = 0, sigma = 1)}: its logarithm is normal with mean mu and standard deviation
 * sigma; or {@code tau}, 1 / sigma^2.
 */
final class LogNormal extends Family {

  LogNormal() {
    super(
        "lognormal",
        "its logarithm has mean mu and standard deviation sigma, or precision tau = 1 / sigma^2",
        Support.POSITIVE,
        Parametrisation.of(Parameter.MU, Parameter.SIGMA),
        Precision.last(Parameter.MU, Parameter.TAU));
  }

  @Override
  double sample(double mu, double sigma, Variates variates) {
    return StrictMath.exp(mu + sigma * variates.gaussian());
  }

  @Override
  public void sample(DrawColumn[] parameters, int n, Variates variates, double[] out) {
    DrawColumn mu = parameters[0];
    DrawColumn sigma = parameters[1];
    variates.gaussians(out, n);
    for (int i = 0; i < n; i++) {
      out[i] = StrictMath.exp(mu.get(i) + sigma.get(i) * out[i]);
    }
  }

  /** Its samples between bounds, below, need neither cdf nor quantile. */
  @Override
  boolean strict() {
    return true;
  }

  @Override
  boolean samplesFarTails() {
    return true;
  }

  @Override
  double sampleBetween(double mu, double sigma, double lower, double upper, Variates variates) {
    double low = (StrictMath.log(Math.max(0, lower)) - mu) / sigma;
    double high = (StrictMath.log(upper) - mu) / sigma;
    return StrictMath.exp(mu + sigma * TruncatedNormal.sample(low, high, variates));
  }

  @Override
  double logDensity(double mu, double sigma, double y) {
    if (y <= 0 || y == Double.POSITIVE_INFINITY) {
      return Double.NEGATIVE_INFINITY;
    }
    double log = StrictMath.log(y);
    return StandardNormal.logDensity((log - mu) / sigma) - StrictMath.log(sigma) - log;
  }

  @Override
  double cdf(double mu, double sigma, double y) {
    return y <= 0 ? 0 : StandardNormal.cdf((StrictMath.log(y) - mu) / sigma);
  }

  @Override
  double survival(double mu, double sigma, double y) {
    return y <= 0 ? 1 : StandardNormal.cdf((mu - StrictMath.log(y)) / sigma);
  }

  @Override
  double lowerQuantile(double mu, double sigma, double p) {
    return StrictMath.exp(mu + sigma * StandardNormal.quantile(p));
  }

  @Override
  double upperQuantile(double mu, double sigma, double q) {
    return StrictMath.exp(mu - sigma * StandardNormal.quantile(q));
  }
}
