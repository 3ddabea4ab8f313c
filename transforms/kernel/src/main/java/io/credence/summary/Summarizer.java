package io.credence.summary;

import io.credence.deadletter.UnscorableException;
import java.util.Arrays;

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
  private final double[] quantiles;
  private final double[] thresholds;
  private final Bins cut;
  private final int bins;
  private final double smallestHdi;
  private final Range range;
  private final BucketOrder order;
  private final Moments moments;

  private Summarizer(SummarySpec spec, Bins cut, Range range, BucketOrder order, Moments moments) {
    this.cut = cut;
    this.range = range;
    this.order = order;
    this.moments = moments;
    hdiProbabilities = spec.hdiProbabilities();
    smallestHdi = Arrays.stream(hdiProbabilities).min().orElseThrow();
    etiProbabilities = spec.etiProbabilities();
    quantiles = spec.quantiles();
    thresholds = spec.thresholds();
    bins = spec.bins();
  }

  /** A summarizer of any numbers, which computes what the spec asks for. */
  public static Summarizer of(SummarySpec spec) {
    return new Summarizer(spec, Bins.EQUAL, new Range(), new BucketOrder(), new Moments());
  }

  /**
   * A summarizer of whole numbers, whose bins are aligned with them. It computes what another spec
   * asks for, in the scratch memory of this one: they take turns, in one thread.
   */
  public Summarizer ofIntegers(SummarySpec spec) {
    return new Summarizer(spec, Bins.WHOLE, range, order, moments);
  }

  /** A summarizer of any numbers, likewise in the scratch memory of this one. */
  public Summarizer ofReals(SummarySpec spec) {
    return new Summarizer(spec, Bins.EQUAL, range, order, moments);
  }

  /**
   * Reduces {@code samples[0]} to {@code samples[n - 1]}, and leaves them as they are. Their order
   * has no influence on a figure, save the last bits of mean and standard deviation, which are
   * added up in it, and the sign of a zero.
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
    range.find(samples, n);
    order.arrange(samples, n, range.low(), range.high());
    sortRanks(n);
    double[] sorted = order.values();
    double median = Median.of(sorted, n);
    moments.reduce(samples, n, sorted[n / 2], range);
    double[] edges = bins == 0 ? NONE : cut.edges(range, bins);
    double[] density = bins == 0 ? NONE : Histogram.density(order, n, edges);
    return Summary.of(
        n,
        median,
        moments.mean(),
        moments.sd(),
        hdi(sorted, n),
        eti(sorted, n),
        quantiles(sorted, n),
        exceedance(samples, n),
        edges,
        density);
  }

  /**
   * The samples that were reduced last, by this summarizer or one that shares its memory, in
   * ascending order. What figures needed is in order already, so that the rest costs little.
   * Shared: valid until the next are reduced.
   */
  public double[] sorted() {
    return order.sorted();
  }

  /**
   * The ranks that figures are read from: the middle, the tails of the HDIs, the ETIs' ends,
   * quantiles.
   */
  private void sortRanks(int n) {
    int span = HighestDensityInterval.span(smallestHdi, n);
    if (span < n - span) {
      order.sort(0, n);
      return;
    }
    order.sort(0, n - span);
    order.sort(span, n);
    order.sort((n - 1) / 2, n / 2 + 1);
    for (double probability : etiProbabilities) {
      EqualTailedInterval.sortRanks(order, n, probability);
    }
    for (double probability : quantiles) {
      Quantile.sortRank(order, n, probability);
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

  private double[] quantiles(double[] sorted, int n) {
    if (quantiles.length == 0) {
      return NONE;
    }
    double[] values = new double[quantiles.length];
    for (int i = 0; i < quantiles.length; i++) {
      values[i] = Quantile.of(sorted, n, quantiles[i]);
    }
    return values;
  }

  private double[] exceedance(double[] samples, int n) {
    if (thresholds.length == 0) {
      return NONE;
    }
    double[] shares = new double[thresholds.length];
    for (int i = 0; i < thresholds.length; i++) {
      shares[i] = Exceedance.of(samples, n, thresholds[i]);
    }
    return shares;
  }
}
