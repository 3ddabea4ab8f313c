package io.credence.summary;

import io.credence.deadletter.UnscorableException;

/**
 * The bins of whole numbers. Each holds equally many of them, as few as there may be with no more
 * bins than asked for, and the first begins half below the smallest sample: edges are low - 0.5 + i
 * * width. So no bin holds more of the possible values than another, which bins of equal width
 * between the smallest and the largest sample do, and a bin of a single number shows its
 * probability. The last bin may reach above the largest sample.
 */
final class WholeBins {

  private WholeBins() {}

  static double[] edges(Range range, int most) throws UnscorableException {
    double numbers = range.high() - range.low() + 1;
    double width = Math.ceil(numbers / most);
    int bins = (int) Math.ceil(numbers / width);
    double first = range.low() - 0.5;
    double[] edges = new double[bins + 1];
    for (int i = 0; i <= bins; i++) {
      edges[i] = i * width + first;
    }
    Histogram.requireIncreasing(edges, range);
    return edges;
  }
}
