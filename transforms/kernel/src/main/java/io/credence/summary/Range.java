package io.credence.summary;

import io.credence.deadletter.DeadLetterCode;
import io.credence.deadletter.UnscorableException;

/** The smallest and the largest sample. Reused; not thread-safe. */
final class Range {

  private double low;
  private double high;

  double low() {
    return low;
  }

  double high() {
    return high;
  }

  /**
   * Looks through samples[0..n).
   *
   * @throws UnscorableException when one of them is NaN or infinite
   */
  void find(double[] samples, int n) throws UnscorableException {
    double smallest = samples[0];
    double largest = samples[0];
    for (int i = 0; i < n; i++) {
      double x = samples[i];
      if (x < smallest) {
        smallest = x;
      } else if (x > largest) {
        largest = x;
      } else if (Double.isNaN(x)) {
        throw notFinite(samples, i, n);
      }
    }
    low = smallest;
    high = largest;
    if (Double.isInfinite(smallest) || Double.isInfinite(largest)) {
      throw notFinite(samples, firstInfinite(samples), n);
    }
  }

  private static int firstInfinite(double[] samples) {
    int i = 0;
    while (!Double.isInfinite(samples[i])) {
      i++;
    }
    return i;
  }

  private static UnscorableException notFinite(double[] samples, int i, int n) {
    return new UnscorableException(
        DeadLetterCode.NOT_FINITE_PREDICTION,
        "Each predictive sample must be finite, but sample %s of %s was %s"
            .formatted(i, n, samples[i]),
        null);
  }
}
