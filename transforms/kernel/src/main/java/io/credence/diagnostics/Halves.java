package io.credence.diagnostics;

import java.util.Arrays;
import java.util.stream.IntStream;
import org.apache.commons.statistics.distribution.NormalDistribution;

/**
 * Half chains of equal length, one after the other in a flat array.
 *
 * @param values the draws
 * @param length draws in each half chain, at least 2
 */
@SuppressWarnings("ArrayRecordComponent") // never compared, never leaves the package
record Halves(double[] values, int length) {

  /** Blom's offset, which makes the normal scores of ranks nearly unbiased. */
  private static final double BLOM = 3.0 / 8;

  private static final NormalDistribution NORMAL = NormalDistribution.of(0, 1);

  /**
   * Splits each chain into its first and last draws; the middle one of an odd number is left out.
   */
  static Halves of(double[] draws, int chains, int drawsPerChain) {
    int length = drawsPerChain / 2;
    double[] values = new double[2 * chains * length];
    for (int chain = 0; chain < chains; chain++) {
      int first = chain * drawsPerChain;
      int second = first + drawsPerChain - length;
      System.arraycopy(draws, first, values, 2 * chain * length, length);
      System.arraycopy(draws, second, values, (2 * chain + 1) * length, length);
    }
    return new Halves(values, length);
  }

  int count() {
    return values.length / length;
  }

  /** Distances from the median over all chains. */
  Halves folded() {
    double[] sorted = values.clone();
    Arrays.sort(sorted);
    int middle = sorted.length / 2; // the number of draws in halves is always even
    double median = (sorted[middle - 1] + sorted[middle]) / 2;
    return new Halves(Arrays.stream(values).map(v -> Math.abs(v - median)).toArray(), length);
  }

  /** Each draw replaced by the normal quantile of its rank; equal draws share their mean rank. */
  Halves normalScores() {
    int n = values.length;
    int[] order =
        IntStream.range(0, n)
            .boxed()
            .sorted((a, b) -> Double.compare(values[a], values[b]))
            .mapToInt(Integer::intValue)
            .toArray();
    double[] scores = new double[n];
    for (int start = 0; start < n; ) {
      int end = start + 1;
      while (end < n && values[order[end]] == values[order[start]]) {
        end++;
      }
      double rank = (start + 1 + end) / 2.0;
      double score = NORMAL.inverseCumulativeProbability((rank - BLOM) / (n - 2 * BLOM + 1));
      for (int i = start; i < end; i++) {
        scores[order[i]] = score;
      }
      start = end;
    }
    return new Halves(scores, length);
  }

  double mean(int half) {
    double sum = 0;
    for (int i = half * length; i < (half + 1) * length; i++) {
      sum += values[i];
    }
    return sum / length;
  }

  double[] means() {
    return IntStream.range(0, count()).mapToDouble(this::mean).toArray();
  }

  /** The classic R-hat: pooled standard deviation over that within chains. */
  double rHat() {
    double within = autocovariance(0, means()) * length / (length - 1);
    double between = length * variance(means());
    return Math.sqrt((between / within + length - 1) / length);
  }

  /** Covariance of draws that lie {@code lag} apart, with divisor length, averaged over halves. */
  double autocovariance(int lag, double[] means) {
    double sum = 0;
    for (int half = 0; half < means.length; half++) {
      int end = (half + 1) * length - lag;
      for (int i = half * length; i < end; i++) {
        sum += (values[i] - means[half]) * (values[i + lag] - means[half]);
      }
    }
    return sum / length / means.length;
  }

  /** Variance with divisor n - 1. */
  static double variance(double[] x) {
    double mean = Arrays.stream(x).average().orElse(Double.NaN);
    return Arrays.stream(x).map(v -> (v - mean) * (v - mean)).sum() / (x.length - 1);
  }
}
