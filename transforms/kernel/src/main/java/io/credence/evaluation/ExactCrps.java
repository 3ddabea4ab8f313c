package io.credence.evaluation;

import io.credence.model.PredictiveMixture;

/**
 * The continuous ranked probability score of the mixture itself, without sampling noise: the
 * integral of F^2 below the label and of (1 - F)^2 above it, F being the distribution function.
 *
 * <p>Not thread-safe: it owns scratch memory.
 */
interface ExactCrps {

  /** That of an output's mixture. */
  static ExactCrps of(PredictiveMixture mixture, boolean wholeNumbers) {
    return wholeNumbers ? new WholeCrps(mixture) : new RealCrps(mixture);
  }

  /**
   * The score of a label under the mixture for the record that was sampled last.
   *
   * @param sorted its samples at 0 to n - 1, in ascending order, which say where the mixture is
   * @return NaN where the mixture spreads over too many whole numbers to add them up
   */
  double of(double[] sorted, int n, double y);
}
