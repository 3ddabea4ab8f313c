package io.credence.evaluation;

import io.credence.model.PredictiveMixture;

/** The exact CRPS of whole numbers: a sum over those that have a probability. */
final class WholeCrps implements ExactCrps {

  /** Whole numbers over which a mixture may spread. Each costs a distribution function per draw. */
  static final int MOST_VALUES = 4096;

  /** What is less likely than this on one side is no part of the sum. */
  private static final double NEGLIGIBLE = 1e-13;

  private final PredictiveMixture mixture;

  WholeCrps(PredictiveMixture mixture) {
    this.mixture = mixture;
  }

  @Override
  public double of(double[] sorted, int n, double y) {
    double low = sorted[0];
    for (double step = 1; mixture.cdf(low - 1) > NEGLIGIBLE; step *= 2) {
      low -= step;
      if (sorted[n - 1] - low > MOST_VALUES) {
        return Double.NaN;
      }
    }
    double high = sorted[n - 1];
    for (double step = 1; 1 - mixture.cdf(high) > NEGLIGIBLE; step *= 2) {
      high += step;
      if (high - low > MOST_VALUES) {
        return Double.NaN;
      }
    }
    // Between the label and all that has a probability, the integrand is 1.
    double sum = Math.max(0, low - y) + Math.max(0, y - high);
    for (double k = low; k < high; k++) {
      double atMost = mixture.cdf(k);
      double off = k < y ? atMost : 1 - atMost;
      sum += off * off;
    }
    return sum;
  }
}
