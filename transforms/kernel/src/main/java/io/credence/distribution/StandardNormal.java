package io.credence.distribution;

import org.apache.commons.statistics.distribution.NormalDistribution;

/** Functions of the normal distribution with mean 0 and standard deviation 1. */
final class StandardNormal {

  private static final NormalDistribution STANDARD = NormalDistribution.of(0, 1);
  private static final double HALF_LOG_TWO_PI = 0.5 * StrictMath.log(2 * Math.PI);

  private StandardNormal() {}

  static double logDensity(double z) {
    return -0.5 * z * z - HALF_LOG_TWO_PI;
  }

  static double cdf(double z) {
    return STANDARD.cumulativeProbability(z);
  }

  /** NaN where p is no probability. */
  static double quantile(double p) {
    return p >= 0 && p <= 1 ? STANDARD.inverseCumulativeProbability(p) : Double.NaN;
  }
}
