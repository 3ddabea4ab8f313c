package io.credence.summary;

import java.io.Serializable;
import java.util.Arrays;
import java.util.Objects;

/**
 * Which figures a {@link Summarizer} computes. Median, mean and standard deviation are always among
 * them.
 *
 * <p>Immutable: each {@code withX} returns a copy, in any order. Two specs are equal when they ask
 * for the same figures in the same order.
 */
public final class SummarySpec implements Serializable {

  private static final long serialVersionUID = 1L;

  /** More bins than samples say nothing; this keeps a typing error from filling the memory. */
  private static final int MAX_BINS = 10_000;

  private static final SummarySpec DEFAULTS =
      new SummarySpec(new double[] {0.95}, new double[0], new double[0], new double[0], 10);

  private final double[] hdiProbabilities;
  private final double[] etiProbabilities;
  private final double[] quantiles;
  private final double[] thresholds;
  private final int bins;

  private SummarySpec(
      double[] hdiProbabilities,
      double[] etiProbabilities,
      double[] quantiles,
      double[] thresholds,
      int bins) {
    this.hdiProbabilities = hdiProbabilities;
    this.etiProbabilities = etiProbabilities;
    this.quantiles = quantiles;
    this.thresholds = thresholds;
    this.bins = bins;
  }

  /** One HDI at 0.95, no equal-tailed interval, no threshold, a histogram of 10 bins. */
  public static SummarySpec defaults() {
    return DEFAULTS;
  }

  /**
   * Replaces the probabilities of the highest-density intervals.
   *
   * @param probabilities at least one, each in (0, 1), all distinct
   * @throws IllegalArgumentException if they are not
   */
  public SummarySpec withHdi(double... probabilities) {
    if (probabilities.length == 0) {
      throw new IllegalArgumentException("There must be at least one HDI probability");
    }
    return new SummarySpec(
        probabilities("an HDI", probabilities), etiProbabilities, quantiles, thresholds, bins);
  }

  /**
   * Replaces the probabilities of the equal-tailed intervals.
   *
   * @param probabilities none or more, each in (0, 1), all distinct
   * @throws IllegalArgumentException if they are not
   */
  public SummarySpec withEti(double... probabilities) {
    return new SummarySpec(
        hdiProbabilities, probabilities("an ETI", probabilities), quantiles, thresholds, bins);
  }

  /**
   * Replaces the quantiles, which are of type 7 of Hyndman and Fan.
   *
   * @param probabilities none or more, each in (0, 1), all distinct
   * @throws IllegalArgumentException if they are not
   */
  public SummarySpec withQuantiles(double... probabilities) {
    return new SummarySpec(
        hdiProbabilities,
        etiProbabilities,
        probabilities("a quantile", probabilities),
        thresholds,
        bins);
  }

  /**
   * Replaces the thresholds c of the exceedance probabilities P(Y &gt; c).
   *
   * @param thresholds none or more, in the unit of the target, finite, all distinct
   * @throws IllegalArgumentException if they are not
   */
  public SummarySpec withExceedance(double... thresholds) {
    for (double threshold : thresholds) {
      if (!Double.isFinite(threshold)) {
        throw new IllegalArgumentException(
            "An exceedance threshold must be finite, but was " + threshold);
      }
    }
    return new SummarySpec(
        hdiProbabilities,
        etiProbabilities,
        quantiles,
        distinct("exceedance threshold", thresholds),
        bins);
  }

  /**
   * Replaces the number of histogram bins.
   *
   * @param bins 0 to 10,000; 0 leaves the histogram out
   * @throws IllegalArgumentException if it lies outside of that range
   */
  public SummarySpec withBins(int bins) {
    if (bins < 0 || bins > MAX_BINS) {
      throw new IllegalArgumentException(
          "The number of bins must lie in [0, " + MAX_BINS + "], but was " + bins);
    }
    return new SummarySpec(hdiProbabilities, etiProbabilities, quantiles, thresholds, bins);
  }

  /** The probabilities of the highest-density intervals, in the order of the request; a copy. */
  public double[] hdiProbabilities() {
    return hdiProbabilities.clone();
  }

  /** The probabilities of the equal-tailed intervals, in the order of the request; a copy. */
  public double[] etiProbabilities() {
    return etiProbabilities.clone();
  }

  /** The probabilities of the quantiles, in the order of the request; a copy. */
  public double[] quantiles() {
    return quantiles.clone();
  }

  /** The exceedance thresholds, in the order of the request; a copy. */
  public double[] thresholds() {
    return thresholds.clone();
  }

  /** The number of histogram bins; 0 means no histogram. */
  public int bins() {
    return bins;
  }

  private static double[] probabilities(String figure, double[] probabilities) {
    for (double probability : probabilities) {
      if (!(probability > 0 && probability < 1)) {
        throw new IllegalArgumentException(
            "The probability of %s must lie in (0, 1), but was %s".formatted(figure, probability));
      }
    }
    return distinct(figure.substring(figure.indexOf(' ') + 1) + " probability", probabilities);
  }

  /** Returns a copy. A figure asked for twice would claim the same output column twice. */
  private static double[] distinct(String what, double[] values) {
    for (int i = 0; i < values.length; i++) {
      for (int j = 0; j < i; j++) {
        if (values[i] == values[j]) {
          throw new IllegalArgumentException(
              "Each " + what + " must be given once, but " + values[i] + " was repeated");
        }
      }
    }
    return values.clone();
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof SummarySpec that
        && bins == that.bins
        && Arrays.equals(hdiProbabilities, that.hdiProbabilities)
        && Arrays.equals(etiProbabilities, that.etiProbabilities)
        && Arrays.equals(quantiles, that.quantiles)
        && Arrays.equals(thresholds, that.thresholds);
  }

  @Override
  public int hashCode() {
    return Objects.hash(
        Arrays.hashCode(hdiProbabilities),
        Arrays.hashCode(etiProbabilities),
        Arrays.hashCode(quantiles),
        Arrays.hashCode(thresholds),
        bins);
  }

  @Override
  public String toString() {
    return "SummarySpec[hdi=%s, eti=%s, quantiles=%s, thresholds=%s, bins=%s]"
        .formatted(
            Arrays.toString(hdiProbabilities),
            Arrays.toString(etiProbabilities),
            Arrays.toString(quantiles),
            Arrays.toString(thresholds),
            bins);
  }
}
