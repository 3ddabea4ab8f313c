package io.credence.page.band;

import org.apache.commons.statistics.distribution.BinomialDistribution;

/** Exact quantiles of how many of n uniform numbers fall below a value, as shares of n. */
final class Quantiles {

  /**
   * Of more numbers than this, the quantiles are those of this many: the distribution wants an int.
   * Bands are a little wide then.
   */
  private static final long MOST = 1L << 30;

  private final double n;
  private final BinomialDistribution distribution;

  Quantiles(long n, double probability) {
    this.n = Math.min(n, MOST);
    this.distribution = BinomialDistribution.of((int) this.n, probability);
  }

  /** The least share that is not so low that its probability, with lower ones, is within half. */
  double lower(double outside) {
    return distribution.inverseCumulativeProbability(outside / 2) / n;
  }

  /** The share that higher ones exceed with a probability of at most half. */
  double upper(double outside) {
    return distribution.inverseSurvivalProbability(outside / 2) / n;
  }
}
