package io.credence.summary;

import io.credence.deadletter.DeadLetterCode;
import io.credence.deadletter.UnscorableException;

/**
 * Reduces the posterior predictive samples of one record after another to their {@link Summary}.
 *
 * <p>A summarizer holds scratch memory, which it reuses, so it is not thread-safe: keep one per
 * thread. Nothing is allocated per record but its result.
 */
public final class Summarizer {

  private static final double[] NONE = {};

  private final double[] hdiProbabilities;
  private final double[] etiProbabilities;
  private final double[] thresholds;
  private final int bins;
  private final BucketSort sort = new BucketSort();
  private final Moments moments = new Moments();

  private Summarizer(SummarySpec spec) {
    hdiProbabilities = spec.hdiProbabilities();
    etiProbabilities = spec.etiProbabilities();
    thresholds = spec.thresholds();
    bins = spec.bins();
  }

  /** A summarizer that computes what the spec asks for. */
  public static Summarizer of(SummarySpec spec) {
    return new Summarizer(spec);
  }

  /**
   * Reduces {@code samples[0]} to {@code samples[n - 1]}, and leaves them as they are. The result
   * is a function of the multiset of samples alone: their order has no influence on a single bit.
   *
   * <p>All figures agree with NumPy and ArviZ bit for bit, save the sign of a zero, which they
   * leave open, and save mean and standard deviation, which lie within a few roundings of the exact
   * value but are added up in another order than NumPy's.
   *
   * <p>Finite samples give finite figures, with these exceptions: the standard deviation of a
   * single sample is NaN; a standard deviation, a median (NumPy adds the middle two before halving)
   * or an equal-tailed interval of samples beyond half of the largest double can overflow, the
   * interval to NaN too; the density of a bin narrower than about 1e-308 can overflow.
   *
   * @param samples the posterior predictive samples, in any order, in the unit of the target
   * @param n how many of them to reduce, in [1, samples.length]
   * @throws UnscorableException NOT_FINITE_PREDICTION if a sample is NaN or infinite;
   *     DEGENERATE_HISTOGRAM if the range of the samples is too small, or too large, to be cut into
   *     the bins in double precision
   * @throws IllegalArgumentException if {@code n} is out of range
   */
  public Summary summarize(double[] samples, int n) throws UnscorableException {
    if (n < 1 || n > samples.length) {
      throw new IllegalArgumentException(
          "The number of samples must lie in [1, " + samples.length + "], but was " + n);
    }
    requireFinite(samples, n);
    double[] sorted = sort.sort(samples, n);
    moments.reduce(sorted, n);
    double[] edges = bins == 0 ? NONE : Histogram.edges(sorted, n, bins);
    double[] density = bins == 0 ? NONE : Histogram.density(sorted, n, edges);
    return Summary.of(
        n,
        Median.of(sorted, n),
        moments.mean(),
        moments.sd(),
        hdi(sorted, n),
        eti(sorted, n),
        exceedance(sorted, n),
        edges,
        density);
  }

  private static void requireFinite(double[] samples, int n) throws UnscorableException {
    for (int i = 0; i < n; i++) {
      if (!Double.isFinite(samples[i])) {
        throw new UnscorableException(
            DeadLetterCode.NOT_FINITE_PREDICTION,
            "Each predictive sample must be finite, but sample "
                + i
                + " of "
                + n
                + " was "
                + samples[i],
            null);
      }
    }
  }

  private double[] hdi(double[] sorted, int n) {
    double[] ends = new double[2 * hdiProbabilities.length];
    for (int i = 0; i < hdiProbabilities.length; i++) {
      HighestDensityInterval.write(sorted, n, hdiProbabilities[i], ends, 2 * i);
    }
    return ends;
  }

  private double[] eti(double[] sorted, int n) {
    if (etiProbabilities.length == 0) {
      return NONE;
    }
    double[] ends = new double[2 * etiProbabilities.length];
    for (int i = 0; i < etiProbabilities.length; i++) {
      EqualTailedInterval.write(sorted, n, etiProbabilities[i], ends, 2 * i);
    }
    return ends;
  }

  private double[] exceedance(double[] sorted, int n) {
    if (thresholds.length == 0) {
      return NONE;
    }
    double[] shares = new double[thresholds.length];
    for (int i = 0; i < thresholds.length; i++) {
      shares[i] = Exceedance.of(sorted, n, thresholds[i]);
    }
    return shares;
  }
}
