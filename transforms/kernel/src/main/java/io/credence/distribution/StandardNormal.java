package io.credence.distribution;

import org.apache.commons.statistics.distribution.NormalDistribution;

/** Functions of the normal distribution with mean 0 and standard deviation 1. */
final class StandardNormal {

  private static final NormalDistribution STANDARD = NormalDistribution.of(0, 1);
  private static final double HALF_LOG_TWO_PI = 0.5 * StrictMath.log(2 * Math.PI);

  private static final double ASYMPTOTIC_BELOW = -30;

  private StandardNormal() {}

  static double logDensity(double z) {
    return -0.5 * z * z - HALF_LOG_TWO_PI;
  }

  static double cdf(double z) {
    return STANDARD.cumulativeProbability(z);
  }

  /** The logarithm of the cdf, also where that underflows. */
  static double logCdf(double z) {
    if (z > ASYMPTOTIC_BELOW) {
      return StrictMath.log(cdf(z));
    }
    // Abramowitz and Stegun 26.2.12.
    double s = 1 / (z * z);
    double series = -s * (1 - 3 * s * (1 - 5 * s * (1 - 7 * s * (1 - 9 * s * (1 - 11 * s)))));
    return logDensity(z) - StrictMath.log(-z) + StrictMath.log1p(series);
  }

  /** NaN where p is no probability. */
  static double quantile(double p) {
    return p >= 0 && p <= 1 ? STANDARD.inverseCumulativeProbability(p) : Double.NaN;
  }
}
