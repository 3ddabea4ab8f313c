package io.credence.distribution;

import io.credence.draws.DrawColumn;

/**
 * {@code normal(mu = 0, sigma = 1)}: mean mu, standard deviation sigma; or {@code tau}, 1 /
 * sigma^2.
 */
final class Normal extends Family {

  Normal() {
    super(
        "normal",
        "mean mu, standard deviation sigma, or precision tau = 1 / sigma^2",
        Support.REAL,
        Parametrisation.of(Parameter.MU, Parameter.SIGMA),
        Precision.last(Parameter.MU, Parameter.TAU));
  }

  @Override
  double sample(double mu, double sigma, Variates variates) {
    return mu + sigma * variates.gaussian();
  }

  @Override
  public void sample(DrawColumn[] parameters, int n, Variates variates, double[] out) {
    DrawColumn mu = parameters[0];
    DrawColumn sigma = parameters[1];
    // In two loops, of which the second becomes vector instructions.
    variates.gaussians(out, n);
    double[] m = mu.values();
    double[] s = sigma.values();
    int m0 = mu.offset();
    int s0 = sigma.offset();
    for (int i = 0; i < n; i++) {
      out[i] = m[m0 + i] + s[s0 + i] * out[i];
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
    return mu
        + sigma * TruncatedNormal.sample((lower - mu) / sigma, (upper - mu) / sigma, variates);
  }

  @Override
  double logDensity(double mu, double sigma, double y) {
    return StandardNormal.logDensity((y - mu) / sigma) - StrictMath.log(sigma);
  }

  @Override
  double cdf(double mu, double sigma, double y) {
    return StandardNormal.cdf((y - mu) / sigma);
  }

  @Override
  double survival(double mu, double sigma, double y) {
    return StandardNormal.cdf((mu - y) / sigma);
  }

  @Override
  double lowerQuantile(double mu, double sigma, double p) {
    return mu + sigma * StandardNormal.quantile(p);
  }

  @Override
  double upperQuantile(double mu, double sigma, double q) {
    return mu - sigma * StandardNormal.quantile(q);
  }
}
