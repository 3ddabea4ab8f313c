package io.credence.summary;

/**
 * The interval that leaves (1 - probability) / 2 of the mass out at each end. Its ends are
 * quantiles of type 7 of Hyndman and Fan (1996), the default of {@code numpy.quantile} and of R.
 */
final class EqualTailedInterval {

  private EqualTailedInterval() {}

  /** Puts those ranks into order that {@link #write} reads. */
  static void sortRanks(BucketOrder order, int n, double probability) {
    double tail = (1 - probability) / 2;
    sortRank(order, n, tail);
    sortRank(order, n, 1 - tail);
  }

  private static void sortRank(BucketOrder order, int n, double q) {
    int below = (int) Math.floor((n - 1) * q);
    order.sort(below, Math.min(below + 2, n));
  }

  /** Writes lower and upper end to {@code out[at]} and {@code out[at + 1]}. */
  static void write(double[] sorted, int n, double probability, double[] out, int at) {
    double tail = (1 - probability) / 2;
    out[at] = quantile(sorted, n, tail);
    out[at + 1] = quantile(sorted, n, 1 - tail);
  }

  /**
   * Interpolates from the nearer neighbour, which is NumPy's way: both neighbours are met exactly.
   * A gap between neighbours that overflows gives an end that is not finite.
   */
  static double quantile(double[] sorted, int n, double q) {
    double position = (n - 1) * q;
    int below = (int) Math.floor(position);
    double share = position - below;
    double a = sorted[below];
    double b = sorted[Math.min(below + 1, n - 1)];
    double gap = b - a;
    return share >= 0.5 ? b - gap * (1 - share) : a + gap * share;
  }
}
