package io.credence.summary;

/**
 * The interval that leaves (1 - probability) / 2 of the mass out at each end. Its ends are
 * {@linkplain Quantile quantiles}.
 */
final class EqualTailedInterval {

  private EqualTailedInterval() {}

  /** Puts those ranks into order that {@link #write} reads. */
  static void sortRanks(BucketOrder order, int n, double probability) {
    double tail = (1 - probability) / 2;
    Quantile.sortRank(order, n, tail);
    Quantile.sortRank(order, n, 1 - tail);
  }

  /** Writes lower and upper end to {@code out[at]} and {@code out[at + 1]}. */
  static void write(double[] sorted, int n, double probability, double[] out, int at) {
    double tail = (1 - probability) / 2;
    out[at] = Quantile.of(sorted, n, tail);
    out[at + 1] = Quantile.of(sorted, n, 1 - tail);
  }
}
