package io.credence.summary;

import io.credence.deadletter.UnscorableException;
import java.util.Arrays;
import java.util.Objects;

/**
 * The figures of one record. All of them are in the unit of the target, save {@link #exceedance},
 * which is a probability, and {@link #density}, which is one per unit.
 *
 * <p>The figures are what NumPy and ArviZ compute, including where double precision ends: see
 * {@link Summarizer#summarize} for the few cases in which a figure is not finite.
 *
 * <p>Immutable, provided that no caller writes to the arrays, which are shared to spare a copy per
 * record. Equality is that of the content, bit by bit: NaN equals NaN, and 0.0 differs from -0.0.
 */
public final class Summary implements OutputSummary {

  private final long n;
  private final double median;
  private final double mean;
  private final double sd;
  private final double[] hdi;
  private final double[] eti;
  private final double[] quantiles;
  private final double[] exceedance;
  private final double[] binEdges;
  private final double[] density;

  private Summary(
      long n,
      double median,
      double mean,
      double sd,
      double[] hdi,
      double[] eti,
      double[] quantiles,
      double[] exceedance,
      double[] binEdges,
      double[] density) {
    this.n = n;
    this.median = median;
    this.mean = mean;
    this.sd = sd;
    this.hdi = hdi;
    this.eti = eti;
    this.quantiles = quantiles;
    this.exceedance = exceedance;
    this.binEdges = binEdges;
    this.density = density;
  }

  /**
   * Puts a summary together from figures that were computed before, such as those of a decoded
   * record. The arrays are taken over, not copied, and must not be changed afterwards.
   *
   * @param n the number of samples, at least 1
   * @param median the median
   * @param mean the mean
   * @param sd the standard deviation, NaN for a single sample
   * @param hdi lower, upper of each highest-density interval in turn; at least one pair
   * @param eti lower, upper of each equal-tailed interval in turn; may be empty
   * @param quantiles each quantile; may be empty
   * @param exceedance the share of samples above each threshold; may be empty
   * @param binEdges the edges of the histogram, one more than {@code density}; or empty
   * @param density the density of each bin; empty when there is no histogram
   * @throws IllegalArgumentException if a length or {@code n} is not as said
   */
  public static Summary of(
      long n,
      double median,
      double mean,
      double sd,
      double[] hdi,
      double[] eti,
      double[] quantiles,
      double[] exceedance,
      double[] binEdges,
      double[] density) {
    require(n >= 1, "n must be at least 1", n);
    require(hdi.length >= 2 && hdi.length % 2 == 0, "hdi must hold pairs", hdi.length);
    require(eti.length % 2 == 0, "eti must hold pairs", eti.length);
    int edges = density.length == 0 ? 0 : density.length + 1;
    require(binEdges.length == edges, "binEdges must hold one more than density", binEdges.length);
    return new Summary(n, median, mean, sd, hdi, eti, quantiles, exceedance, binEdges, density);
  }

  private static void require(boolean condition, String what, long seen) {
    if (!condition) {
      throw new IllegalArgumentException(what + ", but saw " + seen);
    }
  }

  /**
   * This summary, if it can be handed on: all figures are finite, save the standard deviation of a
   * single sample.
   *
   * @throws UnscorableException NOT_FINITE_PREDICTION if one is not, naming it
   */
  public Summary requireFinite() throws UnscorableException {
    FiniteFigures.require(this);
    return this;
  }

  @Override
  public Summary figures() {
    return this;
  }

  @Override
  public long n() {
    return n;
  }

  /** The middle sample, or the mean of the middle two. */
  public double median() {
    return median;
  }

  /** The arithmetic mean. */
  public double mean() {
    return mean;
  }

  /** The standard deviation with divisor n - 1; NaN for a single sample, as in NumPy. */
  public double sd() {
    return sd;
  }

  /** The lower end of the i-th highest-density interval of the spec; one of the samples. */
  public double hdiLower(int i) {
    return hdi[2 * i];
  }

  /** The upper end of the i-th highest-density interval of the spec; one of the samples. */
  public double hdiUpper(int i) {
    return hdi[2 * i + 1];
  }

  /** The lower end of the i-th equal-tailed interval of the spec. */
  public double etiLower(int i) {
    return eti[2 * i];
  }

  /** The upper end of the i-th equal-tailed interval of the spec. */
  public double etiUpper(int i) {
    return eti[2 * i + 1];
  }

  /** The i-th quantile of the spec. */
  public double quantile(int i) {
    return quantiles[i];
  }

  /** The share of samples strictly above the i-th threshold of the spec, in [0, 1]. */
  public double exceedance(int i) {
    return exceedance[i];
  }

  /** Lower, upper of each highest-density interval in turn. Shared: do not change. */
  public double[] hdi() {
    return hdi;
  }

  /** Lower, upper of each equal-tailed interval in turn. Shared: do not change. */
  public double[] eti() {
    return eti;
  }

  /** Each quantile. Shared: do not change. */
  public double[] quantiles() {
    return quantiles;
  }

  /** The share of samples strictly above each threshold. Shared: do not change. */
  public double[] exceedance() {
    return exceedance;
  }

  /** The bins + 1 edges, strictly increasing; empty without histogram. Shared: do not change. */
  public double[] binEdges() {
    return binEdges;
  }

  /** The density of each bin; empty without histogram. Shared: do not change. */
  public double[] density() {
    return density;
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Summary that
        && n == that.n
        && Arrays.equals(numbers(), that.numbers())
        && Arrays.equals(hdi, that.hdi)
        && Arrays.equals(eti, that.eti)
        && Arrays.equals(quantiles, that.quantiles)
        && Arrays.equals(exceedance, that.exceedance)
        && Arrays.equals(binEdges, that.binEdges)
        && Arrays.equals(density, that.density);
  }

  @Override
  public int hashCode() {
    return Objects.hash(
        n, median, mean, sd, Arrays.hashCode(hdi), Arrays.hashCode(eti), Arrays.hashCode(density));
  }

  /** For comparison bit by bit, which {@code ==} is not. */
  private double[] numbers() {
    return new double[] {median, mean, sd};
  }

  @Override
  public String toString() {
    return "Summary[n=%s, median=%s, mean=%s, sd=%s, hdi=%s, eti=%s, quantiles=%s, exceedance=%s, binEdges=%s, density=%s]"
        .formatted(
            n,
            median,
            mean,
            sd,
            Arrays.toString(hdi),
            Arrays.toString(eti),
            Arrays.toString(quantiles),
            Arrays.toString(exceedance),
            Arrays.toString(binEdges),
            Arrays.toString(density));
  }
}
