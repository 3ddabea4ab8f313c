package io.credence.decision;

/**
 * Bounds on the mean of values that come one after the other: with a probability of at least 1 -
 * error, all bounds of all looks hold the mean. So the first look whose bounds exclude 0 may
 * decide.
 *
 * <p>The asymptotic confidence sequence of Waudby-Smith, Arbour, Sinha, Kennedy and Ramdas
 * ("Time-uniform central limit theory and asymptotic confidence sequences", 2024), for values of
 * any distribution with a variance:
 *
 * <pre>{@code mean ± sd sqrt(2 (n r² + 1) log(sqrt(n r² + 1) / error)) / (n r)}</pre>
 *
 * where r makes the bounds tightest near {@link #TUNED_FOR} values.
 *
 * @param lower the lower bound; negative infinity where nothing is known
 * @param upper the upper bound
 * @param logEvidence the natural logarithm of the e-value against a mean of 0: at least log(1 /
 *     error) just where 0 is not between the bounds; 0 where nothing is known
 */
public record MeanBounds(double lower, double upper, double logEvidence) {

  /** The number of values near which the bounds are tightest. */
  static final int TUNED_FOR = 1_000;

  /** Before so many values the bounds need not hold, as they rest on a limit. */
  public static final int LEAST_VALUES = 200;

  private static final MeanBounds NOTHING_KNOWN =
      new MeanBounds(Double.NEGATIVE_INFINITY, Double.POSITIVE_INFINITY, 0);

  /**
   * The bounds at one look.
   *
   * @param error the probability that any look's bounds fail, in (0, 1)
   * @param n how many values there are so far
   * @param mean their mean
   * @param sd their standard deviation, with n - 1. Where all values are equal it is 0 and says
   *     nothing of how far others may be: nothing is known, unless all values are 0
   */
  public static MeanBounds of(double error, long n, double mean, double sd) {
    if (!(error > 0 && error < 1)) {
      throw new IllegalArgumentException("error must be above 0 and below 1, but is " + error);
    }
    if (n < LEAST_VALUES || Double.isNaN(mean + sd) || (sd == 0 && mean != 0)) {
      return NOTHING_KNOWN;
    }
    double rr = squaredScale(error);
    double more = n * rr + 1;
    double half =
        sd * Math.sqrt(2 * more * StrictMath.log(Math.sqrt(more) / error)) / (n * Math.sqrt(rr));
    return new MeanBounds(mean - half, mean + half, logEvidence(rr, n, mean, sd));
  }

  /** r², as the paper's section on tuning has it. */
  private static double squaredScale(double error) {
    double two = -2 * StrictMath.log(error);
    return (two + StrictMath.log(two + 1)) / TUNED_FOR;
  }

  /** Of a mixture of normal distributions of the mean, whose variance is (r sd)². */
  private static double logEvidence(double rr, long n, double mean, double sd) {
    double z = mean == 0 ? 0 : n * mean / sd;
    double more = n * rr + 1;
    return rr * z * z / (2 * more) - StrictMath.log(more) / 2;
  }

  /** Whether all values that the mean may have are below 0. */
  boolean areBelowZero() {
    return upper < 0;
  }

  /** Whether all of them are above 0. */
  boolean areAboveZero() {
    return lower > 0;
  }
}
