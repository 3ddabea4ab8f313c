package io.credence.decision;

import org.apache.commons.numbers.gamma.LogBeta;

/** Evidence over all labels that intervals cover another share of them than they say. */
final class CoverageEvidence {

  private CoverageEvidence() {}

  /**
   * The natural logarithm of an e-value against a coverage of {@code level}: the mean likelihood
   * ratio where each other coverage is as likely, B(k + 1, n - k + 1) / (level^k (1 - level)^(n -
   * k)). While the level is right, the probability that it ever reaches 1 / a is at most a.
   *
   * @param covered how many labels lie within their intervals, from 0 to {@code labels}; where
   *     single labels are covered by a part, the e-value is smaller than it might be, and as valid
   * @param labels how many labels there are so far
   * @param level in (0, 1)
   */
  static double log(double covered, long labels, double level) {
    double missed = labels - covered;
    return LogBeta.value(covered + 1, missed + 1)
        - covered * StrictMath.log(level)
        - missed * StrictMath.log1p(-level);
  }
}
