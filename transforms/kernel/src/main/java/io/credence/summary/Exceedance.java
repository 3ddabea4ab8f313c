package io.credence.summary;

/** P(Y &gt; c): the share of samples strictly above a threshold, so a tie does not count. */
final class Exceedance {

  private Exceedance() {}

  static double of(double[] sorted, int n, double threshold) {
    int from = 0;
    int to = n;
    while (from < to) {
      int middle = (from + to) >>> 1;
      if (sorted[middle] > threshold) {
        to = middle;
      } else {
        from = middle + 1;
      }
    }
    return (n - from) / (double) n;
  }
}
