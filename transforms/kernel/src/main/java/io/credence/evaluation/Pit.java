package io.credence.evaluation;

/**
 * The probability integral transform of a label: where it lies in its predictive distribution, from
 * 0 to 1. Where single values have a probability, and where the distribution is known by samples
 * alone, it is spread evenly from the probability of less than the label to that of at most it; so
 * the labels of a right model are uniform over all records, without random numbers.
 *
 * <p>Shares of a record are whole numbers of {@link #ONE}-ths that sum to it, so that they add up
 * exactly. Mutable, and reused from record to record.
 */
final class Pit {

  /** A whole record; 2^33 of them fit into a long. */
  static final long ONE = 1L << 30;

  /** Of the histogram. */
  static final int BINS = 100;

  private double low;
  private double high;

  /**
   * @param low the probability of less than the label
   * @param high that of at most the label
   * @throws IllegalArgumentException when one of them is NaN, which no place in the histogram is
   */
  void set(double low, double high) {
    if (Double.isNaN(low + high)) {
      throw new IllegalArgumentException(
          "A distribution function must yield a probability, but yields NaN");
    }
    this.low = Math.min(1, Math.max(0, Math.min(low, high)));
    this.high = Math.min(1, Math.max(0, high));
  }

  /** Adds the record to a histogram of {@link #BINS} equal bins, the last one closed. */
  void addTo(long[] bins) {
    if (low == high) {
      bins[bin(low)] += ONE;
      return;
    }
    long before = 0;
    for (int bin = bin(low); before < ONE; bin++) {
      long until = bin == BINS - 1 ? ONE : below((double) (bin + 1) / BINS);
      bins[bin] += until - before;
      before = until;
    }
  }

  private static int bin(double u) {
    return Math.min(BINS - 1, (int) (u * BINS));
  }

  /** How much of it lies below an edge. */
  private long below(double edge) {
    return Math.round(Math.min(1, Math.max(0, (edge - low) / (high - low))) * ONE);
  }

  /** How much of it lies within the equal-tailed interval of a probability. */
  long within(double probability) {
    if (low == high) {
      return Math.abs(2 * low - 1) <= probability ? ONE : 0;
    }
    return below((1 + probability) / 2) - below((1 - probability) / 2);
  }

  /** The probability of less than the label. */
  double low() {
    return low;
  }

  /** The probability of at most the label. */
  double high() {
    return high;
  }
}
