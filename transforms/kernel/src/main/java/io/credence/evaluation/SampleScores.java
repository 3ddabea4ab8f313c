package io.credence.evaluation;

/** Scores of samples against a label, as scoringrules and scikit-learn have them. */
final class SampleScores {

  /** What scikit-learn divides by where a label is nearer to 0. */
  private static final double SMALLEST_LABEL = 0x1p-52;

  private SampleScores() {}

  /** The mean of |x - y| over the first n samples. */
  static double meanDistance(double[] samples, int n, double y) {
    double sum = 0;
    for (int i = 0; i < n; i++) {
      sum += Math.abs(samples[i] - y);
    }
    return sum / n;
  }

  /**
   * The sum of |x - x'| over all pairs of samples, from the first n, which are sorted. They are
   * taken from their middle, so that a large common part does not cancel.
   */
  static double pairDistance(double[] sorted, int n) {
    double middle = sorted[n / 2];
    double sum = 0;
    for (int i = 0; i < n; i++) {
      sum += (2 * i - n + 1) * (sorted[i] - middle);
    }
    return sum;
  }

  /** Winkler's score of an interval of a probability. */
  static double interval(double lower, double upper, double probability, double y) {
    double width = upper - lower;
    double penalty = 2 / (1 - probability);
    if (y < lower) {
      return width + penalty * (lower - y);
    }
    return y > upper ? width + penalty * (y - upper) : width;
  }

  /** The absolute error as a share of the label. */
  static double percentageError(double prediction, double y) {
    return Math.abs(prediction - y) / Math.max(Math.abs(y), SMALLEST_LABEL);
  }
}
