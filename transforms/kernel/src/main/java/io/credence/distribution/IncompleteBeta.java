package io.credence.distribution;

import org.apache.commons.numbers.gamma.RegularizedBeta;

/** The regularised incomplete beta function, given both an argument and what it lacks of 1. */
final class IncompleteBeta {

  /** From here on, the library's errors come near 1e-12; they grow with a + b. */
  private static final double LARGE = 1e4;

  /** Up to here, the fraction below ends after some 1e5 terms. */
  private static final double HUGE = 1e10;

  private IncompleteBeta() {}

  /** I_x(a, b), where y = 1 - x has digits that x can't have near 1. */
  static double of(double x, double y, double a, double b) {
    if (a + b > LARGE && a + b < HUGE) {
      return x * (a + b + 2) < a + 1 ? fraction(x, y, a, b) : 1 - fraction(y, x, b, a);
    }
    if (x <= y) {
      return RegularizedBeta.value(x, a, b);
    }
    double above = RegularizedBeta.value(y, b, a);
    return above <= 0.5 ? 1 - above : RegularizedBeta.complement(y, b, a);
  }

  /** The continued fraction of DLMF 8.17.22, by Lentz's method. */
  private static double fraction(double x, double y, double a, double b) {
    double c = 1;
    double d = 1 / nonZero(1 - (a + b) * x / (a + 1));
    double product = d;
    for (double m = 1; ; m++) {
      double even = m * (b - m) * x / ((a + 2 * m - 1) * (a + 2 * m));
      d = 1 / nonZero(1 + even * d);
      c = nonZero(1 + even / c);
      product *= d * c;
      double odd = -(a + m) * (a + b + m) * x / ((a + 2 * m) * (a + 2 * m + 1));
      d = 1 / nonZero(1 + odd * d);
      c = nonZero(1 + odd / c);
      double factor = d * c;
      product *= factor;
      if (Math.abs(factor - 1) < 0x1p-51) {
        double log = Saddle.binomial(a, b, x, y);
        return StrictMath.exp(log) * (b / (a + b)) * product;
      }
    }
  }

  private static double nonZero(double value) {
    return Math.abs(value) < Double.MIN_NORMAL ? Double.MIN_NORMAL : value;
  }
}
