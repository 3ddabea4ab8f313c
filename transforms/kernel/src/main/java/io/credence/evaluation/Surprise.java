package io.credence.evaluation;

import org.apache.commons.numbers.gamma.Erfc;

/**
 * How surprising the sum of many independent values is that are expected to be 0.
 *
 * <p>A normal distribution is too light for sums of rare events. So the sum is compared with the
 * number of events of a Poisson process, shifted and scaled such that mean, variance and third
 * moment agree; half an event is taken off, since events come whole. Without a third moment that is
 * a normal distribution.
 */
final class Surprise {

  /** Relative to the number of records; smaller sums are those of rounding. */
  private static final double ROUNDING = 1e-9;

  private Surprise() {}

  /**
   * The sum as a quantile of the standard normal distribution: the signed root of the Poisson
   * distribution's deviance.
   *
   * @param variance the sum of the values' expected squares
   * @param cubes the sum of their expected cubes
   * @param n how many values there are
   */
  static double z(double sum, double variance, double cubes, long n) {
    if (Math.abs(sum) <= ROUNDING * Math.max(1, n)) {
      return 0;
    }
    if (!(variance > 0)) {
      return Math.copySign(Double.MAX_VALUE, sum);
    }
    double event = cubes / variance;
    double size = Math.max(0, Math.abs(sum) - Math.abs(event) / 2);
    double more = Math.signum(sum) * size * event / variance;
    return Math.signum(sum) * size / Math.sqrt(variance) * shrunk(more);
  }

  /**
   * The root of the deviance over its argument.
   *
   * @param more events than expected, as a share of those; at -1 there are none
   */
  private static double shrunk(double more) {
    if (Math.abs(more) < 1e-4) {
      return 1 - more / 6;
    }
    double deviance = more <= -1 ? more * more : (1 + more) * StrictMath.log1p(more) - more;
    return Math.sqrt(2 * deviance) / Math.abs(more);
  }

  /** The probability of a standard normal number that is at least as far from 0. */
  static double twoSided(double z) {
    return Erfc.value(Math.abs(z) / Math.sqrt(2));
  }
}
