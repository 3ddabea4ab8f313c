package io.credence.distribution;

import org.apache.commons.numbers.gamma.Erf;
import org.apache.commons.numbers.gamma.InverseErf;

/**
 * {@code half_normal(sigma = 1)}: the size of a normal variate with mean 0 and standard deviation
 * sigma; or {@code tau}, 1 / sigma^2.
 */
final class HalfNormal extends Family {

  private static final double ROOT_TWO = Math.sqrt(2);

  HalfNormal() {
    super(
        "half_normal",
        "the size of a normal variate with mean 0 and standard deviation sigma, or precision tau ="
            + " 1 / sigma^2",
        Support.NON_NEGATIVE,
        Parametrisation.of(Parameter.SIGMA),
        Precision.last(Parameter.TAU));
  }

  @Override
  double sample(double sigma, double unused, Variates variates) {
    return sigma * Math.abs(variates.gaussian());
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
  double sampleBetween(double sigma, double unused, double lower, double upper, Variates variates) {
    return sigma * TruncatedNormal.sample(Math.max(0, lower / sigma), upper / sigma, variates);
  }

  @Override
  double logDensity(double sigma, double unused, double y) {
    return y < 0
        ? Double.NEGATIVE_INFINITY
        : StandardNormal.logDensity(y / sigma) - StrictMath.log(0.5 * sigma);
  }

  @Override
  double cdf(double sigma, double unused, double y) {
    return y <= 0 ? 0 : Erf.value(y / sigma / ROOT_TWO);
  }

  @Override
  double survival(double sigma, double unused, double y) {
    return y <= 0 ? 1 : 2 * StandardNormal.cdf(-y / sigma);
  }

  @Override
  double lowerQuantile(double sigma, double unused, double p) {
    return sigma * (ROOT_TWO * InverseErf.value(p));
  }

  @Override
  double upperQuantile(double sigma, double unused, double q) {
    return -sigma * StandardNormal.quantile(0.5 * q);
  }
}
