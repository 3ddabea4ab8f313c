package io.credence.rollout;

/** How far apart two distributions are. */
final class Distance {

  private Distance() {}

  /**
   * The first Wasserstein distance of two samples of one size: the mean absolute difference of
   * their order statistics, in the unit of the samples. 0 exactly when the samples are equal;
   * infinite where differences overflow. Equal to {@code scipy.stats.wasserstein_distance} up to
   * rounding.
   *
   * @param one in ascending order
   * @param other in ascending order
   * @param n how many there are of each, at least 1
   */
  static double wasserstein(double[] one, double[] other, int n) {
    double sum = 0;
    for (int i = 0; i < n; i++) {
      sum += Math.abs(one[i] - other[i]);
    }
    return sum / n;
  }

  /** Half of the summed absolute differences of the probabilities of classes, in [0, 1]. */
  static double totalVariation(double[] one, double[] other) {
    double sum = 0;
    for (int i = 0; i < one.length; i++) {
      sum += Math.abs(one[i] - other[i]);
    }
    return sum / 2;
  }
}
