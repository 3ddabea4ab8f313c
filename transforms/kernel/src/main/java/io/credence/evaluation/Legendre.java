package io.credence.evaluation;

/**
 * Legendre's polynomials of degrees 1 to 4, scaled so that their mean square over [-1, 1] is 1.
 * Their mean there is 0.
 */
final class Legendre {

  static final int DEGREES = 4;

  private static final double ROOT_3 = Math.sqrt(3);
  private static final double ROOT_5 = Math.sqrt(5);
  private static final double ROOT_7 = Math.sqrt(7);

  private Legendre() {}

  /** Their values at x, from degree 1 on. */
  static void values(double x, double[] out) {
    double xx = x * x;
    out[0] = ROOT_3 * x;
    out[1] = ROOT_5 / 2 * (3 * xx - 1);
    out[2] = ROOT_7 / 2 * x * (5 * xx - 3);
    out[3] = 3.0 / 8 * ((35 * xx - 30) * xx + 3);
  }

  /** Their integrals from -1 to x, which are 0 again at 1. */
  static void integrals(double x, double[] out) {
    double xx = x * x;
    double common = (x - 1) * (x + 1);
    out[0] = ROOT_3 / 2 * common;
    out[1] = ROOT_5 / 2 * x * common;
    out[2] = ROOT_7 / 8 * (5 * xx - 1) * common;
    out[3] = 3.0 / 8 * x * (7 * xx - 3) * common;
  }
}
