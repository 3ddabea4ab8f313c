package io.credence.summary;

/**
 * The narrowest interval between two samples that lie k = floor(probability * n) places apart in
 * sorted order; it spans k + 1 samples. Of several equally narrow ones the lowest wins.
 *
 * <p>This is ArviZ's {@code hdi} with method "nearest", NumPyro's {@code hpdi} and R's {@code
 * HDInterval::hdi}. It need not contain the median: half of the mass may lie closer together at one
 * end of a skewed or bimodal distribution.
 */
final class HighestDensityInterval {

  private HighestDensityInterval() {}

  /**
   * The distance in sorted order between the two ends. It is at most n - 1 for a probability below
   * 1: the largest such probability is 1 - 2^-53, and n * (1 - 2^-53) always rounds to less than n,
   * because n * 2^-53 is more than half of the spacing of the doubles below n.
   */
  static int span(double probability, int n) {
    return (int) Math.floor(probability * n);
  }

  /** Writes lower and upper end to {@code out[at]} and {@code out[at + 1]}. */
  static void write(double[] sorted, int n, double probability, double[] out, int at) {
    int span = span(probability, n);
    int lowest = 0;
    double narrowest = sorted[span] - sorted[0];
    for (int i = 1; i + span < n; i++) {
      double width = sorted[i + span] - sorted[i];
      if (width < narrowest) {
        narrowest = width;
        lowest = i;
      }
    }
    out[at] = sorted[lowest];
    out[at + 1] = sorted[lowest + span];
  }
}
