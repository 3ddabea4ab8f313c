package io.credence.expression;

/**
 * The error function to within a few units of the last place, with the same bits on every
 * processor, which libraries that use {@link Math#exp} can't promise.
 *
 * <p>Near 0 by Kummer's series, whose terms are all positive; far away by the continued fraction of
 * the complement. Source: Abramowitz and Stegun, 7.1.6 and 7.1.14.
 */
final class ErrorFunction {

  private static final double TWO_BY_ROOT_PI = 1.1283791670955126;
  private static final double ROOT_HALF = Math.sqrt(0.5);

  /** Below it the series needs fewer steps than the fraction. */
  private static final double SERIES_END = 1;

  /** From here on the complement is 0. */
  private static final double COMPLEMENT_END = 28;

  private ErrorFunction() {}

  /** The error function: -1 at negative infinity, 1 at infinity. */
  static double erf(double x) {
    double z = Math.abs(x);
    double value = z < SERIES_END ? series(z) : 1 - fraction(z, gauss(z, 1));
    return Math.copySign(value, x);
  }

  /** The probability of at most x under the standard normal distribution. */
  static double normalCdf(double x) {
    double z = -x * ROOT_HALF;
    return 0.5 * (z < SERIES_END ? 1 - erf(z) : fraction(z, gauss(x, 0.5)));
  }

  private static double series(double z) {
    double term = z;
    double sum = z;
    for (int n = 1; term > sum * 1e-17; n++) {
      term *= 2 * z * z / (2 * n + 1);
      sum += term;
    }
    return Math.min(1, TWO_BY_ROOT_PI * sum * gauss(z, 1));
  }

  /** The complement at z, by what {@link #gauss} is there. */
  private static double fraction(double z, double gauss) {
    if (z > COMPLEMENT_END) {
      return 0;
    }
    // The error of n steps is about exp(-2 z sqrt(2 n)), and larger where n is small.
    double below = z;
    for (int n = 25 + (int) (171 / (z * z)); n > 0; n--) {
      below = z + n * 0.5 / below;
    }
    return gauss * 0.5 * TWO_BY_ROOT_PI / below;
  }

  /** exp(-factor * z * z), with the rounding of the square made up for. */
  private static double gauss(double z, double factor) {
    double square = z * z;
    return StrictMath.exp(-factor * square) * (1 - factor * Math.fma(z, z, -square));
  }
}
