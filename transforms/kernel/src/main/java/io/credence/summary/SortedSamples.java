package io.credence.summary;

import io.credence.deadletter.UnscorableException;

/** Sorts the samples of one record after another into memory that it owns. Not thread-safe. */
public final class SortedSamples {

  private final Range range = new Range();
  private final BucketOrder order = new BucketOrder();

  /**
   * Sorts {@code samples[0]} to {@code samples[n - 1]}, which are left as they are.
   *
   * @return them in ascending order from 0 to n - 1. Shared: valid until the next call.
   * @throws UnscorableException NOT_FINITE_PREDICTION if a sample is NaN or infinite
   */
  public double[] sort(double[] samples, int n) throws UnscorableException {
    range.find(samples, n);
    order.arrange(samples, n, range.low(), range.high());
    order.sort(0, n);
    return order.values();
  }
}
