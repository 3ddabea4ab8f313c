package io.credence.page.band;

/**
 * The band that holds all bars of a uniform histogram at once.
 *
 * <p>The count of each of B bins is binomial with n and 1/B, exactly. Each bar may leave the band
 * with a probability of {@code outside} / B, so that one of all does with {@code outside} at most
 * (Bonferroni). Where labels are spread over bins, as those of whole numbers are, bars vary less,
 * and the band is wide.
 *
 * @param lower of the share of each bin
 * @param upper of the share of each bin
 */
public record HistogramBand(double lower, double upper) {

  /**
   * The band of a number of labels.
   *
   * @param n at least 1
   * @param outside the probability that a bar of a right model lies outside, such as 0.01
   */
  public static HistogramBand of(long n, int bins, double outside) {
    Quantiles quantiles = new Quantiles(n, 1.0 / bins);
    return new HistogramBand(quantiles.lower(outside / bins), quantiles.upper(outside / bins));
  }

  /** Whether it holds a share. */
  public boolean holds(double share) {
    return lower - Rounding.ERROR <= share && share <= upper + Rounding.ERROR;
  }
}
