package io.credence.decision;

import java.util.Arrays;

/**
 * An alarm for intervals of 95 % that cease to cover 95 % of labels, at whatever time and in
 * whichever way. While they do cover that share, the mean number of labels until a false alarm is
 * at least {@link #LABELS_TO_FALSE_ALARM}.
 *
 * <p>A Shiryaev-Roberts e-detector (Shin, Ramdas and Rinaldo, "E-detectors: a nonparametric
 * framework for sequential change detection", 2024). For each of some shares q that intervals might
 * cover instead, a label has the likelihood ratio L, which is q / 0.95 where it is covered and (1 -
 * q) / 0.05 where it is not, and R becomes (R + 1) L. The alarm goes by the mean of all R.
 *
 * <p>m labels may be added at once, as R becoming (R + m) L with L their product; a change is then
 * taken to begin before the first of them. A label may be covered by a part, as counts are: its L
 * is q / 0.95 to the power of that part, times (1 - q) / 0.05 to that of the rest, which is at most
 * the mean of both. Either way, R is expected to grow by no more than 1 with each label.
 *
 * <p>Mutable; not thread-safe.
 */
final class CoverageAlarm {

  /** The probability of the intervals. */
  static final double LEVEL = 0.95;

  /** At least so many labels pass until a false alarm, in the mean. */
  static final double LABELS_TO_FALSE_ALARM = 20_000;

  private static final double[] ALTERNATIVES = {
    0.94, 0.93, 0.92, 0.9, 0.87, 0.8, 0.965, 0.98, 0.99
  };

  private static final double[] LOG_COVERED = new double[ALTERNATIVES.length];
  private static final double[] LOG_MISSED = new double[ALTERNATIVES.length];

  static {
    for (int i = 0; i < ALTERNATIVES.length; i++) {
      LOG_COVERED[i] = StrictMath.log(ALTERNATIVES[i] / LEVEL);
      LOG_MISSED[i] = StrictMath.log((1 - ALTERNATIVES[i]) / (1 - LEVEL));
    }
  }

  private final double[] logs = new double[ALTERNATIVES.length];

  CoverageAlarm() {
    Arrays.fill(logs, Double.NEGATIVE_INFINITY);
  }

  /**
   * Adds labels.
   *
   * @param labels how many; none changes nothing
   * @param covered how many of them lie within their intervals, from 0 to all
   */
  void add(long labels, double covered) {
    if (labels == 0) {
      return;
    }
    for (int i = 0; i < logs.length; i++) {
      logs[i] =
          logOfSum(logs[i], StrictMath.log((double) labels))
              + covered * LOG_COVERED[i]
              + (labels - covered) * LOG_MISSED[i];
    }
  }

  /** The natural logarithm of the mean of all R; negative infinity before the first label. */
  double log() {
    double sum = Double.NEGATIVE_INFINITY;
    for (double each : logs) {
      sum = logOfSum(sum, each);
    }
    return sum - StrictMath.log(logs.length);
  }

  /** log(e^a + e^b). */
  private static double logOfSum(double a, double b) {
    double greater = Math.max(a, b);
    return greater == Double.NEGATIVE_INFINITY
        ? greater
        : greater + StrictMath.log1p(StrictMath.exp(Math.min(a, b) - greater));
  }
}
