package io.credence.summary;

import io.credence.deadletter.DeadLetterCode;
import io.credence.deadletter.UnscorableException;

/**
 * The histogram of {@code numpy.histogram(x, bins, density=True)}: bins of equal width from the
 * smallest sample to the largest. Bins are half open, [lower, upper), and the last one is closed.
 * If all samples are equal, the range is widened by 0.5 on each side.
 */
final class Histogram {

  private Histogram() {}

  /**
   * The bins + 1 edges. Multiply, then add, each rounded: neither an fma nor a running sum gives
   * NumPy's bits.
   *
   * @throws UnscorableException if the edges do not increase strictly, because the range is smaller
   *     than the spacing of the doubles allows, or overflows
   */
  static double[] edges(Range range, int bins) throws UnscorableException {
    double first = range.low();
    double last = range.high();
    if (first == last) {
      first -= 0.5;
      last += 0.5;
    }
    double step = (last - first) / bins;
    double[] edges = new double[bins + 1];
    for (int i = 0; i < bins; i++) {
      edges[i] = i * step + first;
    }
    edges[bins] = last;
    requireIncreasing(edges, range);
    return edges;
  }

  static void requireIncreasing(double[] edges, Range range) throws UnscorableException {
    for (int i = 1; i < edges.length; i++) {
      // Written so that NaN falls into the throw.
      if (!(edges[i - 1] < edges[i])) {
        throw new UnscorableException(
            DeadLetterCode.DEGENERATE_HISTOGRAM,
            "The samples must span a range that double precision can cut into "
                + (edges.length - 1)
                + " bins, but they lie in ["
                + range.low()
                + ", "
                + range.high()
                + "]",
            null);
      }
    }
  }

  /** Count over width over n in each bin, in that order of divisions. */
  static double[] density(BucketOrder order, int n, double[] edges) {
    double[] density = new double[edges.length - 1];
    int from = 0;
    for (int bin = 0; bin < density.length; bin++) {
      double upper = edges[bin + 1];
      int to = bin == density.length - 1 ? n : order.countBelow(upper);
      density[bin] = (to - from) / (upper - edges[bin]) / n;
      from = to;
    }
    return density;
  }
}
