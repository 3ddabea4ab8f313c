package io.credence.page.band;

/**
 * The band that holds the empirical distribution function of n uniform numbers at all of K equally
 * spaced points at once, with a chosen probability: Säilynoja, Bürkner and Vehtari, "Graphical test
 * for discrete uniformity and its applications in goodness-of-fit evaluation and multiple sample
 * comparison", Statistics and Computing 32 (2022), section 2.2; ArviZ's {@code plot_ecdf_pit} and
 * bayesplot's {@code ppc_pit_ecdf} draw the same.
 *
 * <p>At the point i / (K + 1), the count is binomial. The band goes from its quantile γ/2 to its
 * quantile 1 - γ/2 at each point, with one γ for all: the greatest for which the probability of
 * leaving the band anywhere is at most {@code outside}. That probability is computed, not
 * simulated. Immutable.
 */
public final class Envelope {

  /** γ depends on n so little above this that it need not be computed again. */
  private static final long MOST = 10_000;

  /** Halvings of the interval in which γ lies: it is known to a part in a thousand. */
  private static final int STEPS = 13;

  private final double[] lower;
  private final double[] upper;

  private Envelope(double[] lower, double[] upper) {
    this.lower = lower;
    this.upper = upper;
  }

  /**
   * The envelope of a number of labels.
   *
   * @param n at least 1
   * @param points K, at least 1
   * @param outside the probability that a right model leaves it anywhere, such as 0.01
   */
  public static Envelope of(long n, int points, double outside) {
    return at(n, points, gamma((int) Math.min(n, MOST), points, outside));
  }

  static Envelope at(long n, int points, double gamma) {
    double[] lower = new double[points];
    double[] upper = new double[points];
    for (int i = 0; i < points; i++) {
      Quantiles quantiles = new Quantiles(n, (i + 1.0) / (points + 1));
      lower[i] = quantiles.lower(gamma);
      upper[i] = quantiles.upper(gamma);
    }
    return new Envelope(lower, upper);
  }

  /** Bonferroni's γ leaves too seldom, and one point's γ too often. */
  private static double gamma(int n, int points, double outside) {
    double low = outside / points;
    double high = outside;
    for (int step = 0; step < STEPS; step++) {
      double middle = Math.sqrt(low * high);
      if (1 - inside(n, at(n, points, middle)) <= outside) {
        low = middle;
      } else {
        high = middle;
      }
    }
    return low;
  }

  /** The probability that n uniform numbers stay within an envelope of theirs. */
  static double inside(int n, Envelope envelope) {
    return new Path(n, envelope.points()).inside(envelope);
  }

  /** K. */
  public int points() {
    return lower.length;
  }

  /** The lowest share of labels below the point at a position from 0 that is inside. */
  public double lower(int point) {
    return lower[point];
  }

  /** The highest one. */
  public double upper(int point) {
    return upper[point];
  }

  /** Whether a share at a point is inside. */
  public boolean holds(int point, double share) {
    return lower[point] - Rounding.ERROR <= share && share <= upper[point] + Rounding.ERROR;
  }
}
