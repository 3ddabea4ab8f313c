package io.credence.summary;

import io.credence.deadletter.UnscorableException;

/** How the range of samples is cut into the bins of a histogram. */
enum Bins {
  /** Bins of equal width from the smallest sample to the largest, as {@code numpy.histogram}'s. */
  EQUAL {
    @Override
    double[] edges(Range range, int bins) throws UnscorableException {
      return Histogram.edges(range, bins);
    }
  },
  /** Bins of one whole number, or equally many, each: see {@link WholeBins}. */
  WHOLE {
    @Override
    double[] edges(Range range, int bins) throws UnscorableException {
      return WholeBins.edges(range, bins);
    }
  };

  /**
   * The edges of at most so many bins.
   *
   * @throws UnscorableException if they do not increase strictly
   */
  abstract double[] edges(Range range, int bins) throws UnscorableException;
}
