package io.credence.summary;

/**
 * The median as {@code numpy.median} has it: for an even count the middle two are added first, then
 * halved, so two values beyond half of the largest double give infinity.
 */
final class Median {

  private Median() {}

  static double of(double[] sorted, int n) {
    int middle = n / 2;
    return n % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
  }
}
