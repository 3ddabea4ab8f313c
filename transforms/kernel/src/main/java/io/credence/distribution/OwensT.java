package io.credence.distribution;

/** Owen's T function, and the skew normal tail in which differences of it would cancel. */
final class OwensT {

  private OwensT() {}

  /**
   * 1 / (2 pi) times the integral of exp(-h^2 (1 + x^2) / 2) / (1 + x^2) from 0 to a; both from 0.
   */
  static double of(double h, double a) {
    if (a <= 1) {
      // With x = tan(t), the function of t is smooth.
      return Quadrature.over(t -> density(h, t), 0, StrictMath.atan(a)) / (2 * Math.PI);
    }
    double above = StandardNormal.cdf(-h);
    double scaled = StandardNormal.cdf(-a * h);
    return 0.5 * (above + scaled) - above * scaled - of(a * h, 1 / a);
  }

  private static double density(double h, double t) {
    double scaled = h / StrictMath.cos(t);
    return StrictMath.exp(-0.5 * scaled * scaled);
  }

  /** The integral of 2 phi(t) Phi(alpha t) below z, for z up to 0 and alpha &gt; 0. */
  static double lowerTail(double z, double alpha) {
    double root = StrictMath.hypot(1, alpha);
    double width = 1 / (root * Math.max(1, root * -z));
    return 2
        * Quadrature.downward(
            t -> StrictMath.exp(StandardNormal.logDensity(t) + StandardNormal.logCdf(alpha * t)),
            Double.NEGATIVE_INFINITY,
            z,
            2 * width);
  }
}
