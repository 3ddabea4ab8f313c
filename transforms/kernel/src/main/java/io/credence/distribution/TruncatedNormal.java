package io.credence.distribution;

/**
 * Standard normal variates between two bounds, by rejection that is quick wherever the bounds are.
 * C. P. Robert, "Simulation of truncated normal variables" (1995).
 */
final class TruncatedNormal {

  private static final double WIDE = Math.sqrt(2 * Math.PI);

  private TruncatedNormal() {}

  /** For lower &lt; upper; either may be infinite. */
  static double sample(double lower, double upper, Variates variates) {
    if (upper < 0) {
      return -positive(-upper, -lower, variates);
    }
    if (lower > 0) {
      return positive(lower, upper, variates);
    }
    return upper - lower > WIDE ? among(lower, upper, variates) : flat(lower, upper, 0, variates);
  }

  /** Of normal variates, those between the bounds: with 0 between them, half or more. */
  private static double among(double lower, double upper, Variates variates) {
    while (true) {
      double z = variates.gaussian();
      if (z >= lower && z <= upper) {
        return z;
      }
    }
  }

  /** Uniform ones, against the greatest density, which is that of the mode. */
  private static double flat(double lower, double upper, double mode, Variates variates) {
    while (true) {
      double z = lower + (upper - lower) * variates.uniform();
      if (variates.uniform() < StrictMath.exp(0.5 * (mode - z) * (mode + z))) {
        return z;
      }
    }
  }

  /** Exponential ones from the lower bound on, which is above 0, with Robert's best rate. */
  private static double positive(double lower, double upper, Variates variates) {
    double rate = lower + 0.5 * (Math.sqrt(lower * lower + 4) - lower);
    if (rate * (upper - lower) < 1) {
      return flat(lower, upper, lower, variates);
    }
    while (true) {
      double z = lower + variates.exponential() / rate;
      double miss = z - rate;
      if (z <= upper && variates.uniform() < StrictMath.exp(-0.5 * miss * miss)) {
        return z;
      }
    }
  }
}
