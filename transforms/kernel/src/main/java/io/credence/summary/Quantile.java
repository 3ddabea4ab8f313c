package io.credence.summary;

/**
 * Quantiles of type 7 of Hyndman and Fan (1996), the default of {@code numpy.quantile} and of R:
 * interpolated between the two samples about the position (n - 1) q.
 */
final class Quantile {

  private Quantile() {}

  /** Puts those ranks into order that {@link #of} reads. */
  static void sortRank(BucketOrder order, int n, double q) {
    int below = (int) Math.floor((n - 1) * q);
    order.sort(below, Math.min(below + 2, n));
  }

  /**
   * Interpolates from the nearer neighbour, which is NumPy's way: both neighbours are met exactly.
   * A gap between neighbours that overflows gives a quantile that is not finite.
   */
  static double of(double[] sorted, int n, double q) {
    double position = (n - 1) * q;
    int below = (int) Math.floor(position);
    double share = position - below;
    double a = sorted[below];
    double b = sorted[Math.min(below + 1, n - 1)];
    double gap = b - a;
    return share >= 0.5 ? b - gap * (1 - share) : a + gap * share;
  }
}
