package io.credence.distribution;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.DoubleStream;

/**
 * Requires of samples what a reference says: how many lie at or below a value, their mean and their
 * variance.
 *
 * <p>A count is binomial; both its tails must have more than 1e-9. Means and variances must lie
 * within 6.1 standard errors, which leaves 1e-9, too. So a check raises a false alarm for one seed
 * in 500 million, or a billion.
 */
final class SampledFigures {

  /** How many; {@code -Dcredence.samples=1000000} for a million. */
  static final int N = Integer.getInteger("credence.samples", 20_000);

  private static final double RARE = 1e-9;
  private static final double STANDARD_ERRORS = 6.1;
  private static final Binomial COUNT = new Binomial();

  private SampledFigures() {}

  static void requireShare(double[] samples, double y, double cdf) {
    double count = DoubleStream.of(samples).filter(each -> each <= y).count();
    assertThat(Math.min(COUNT.cdf(N, cdf, count), COUNT.survival(N, cdf, count - 1)))
        .as("%s of %s at or below %s, which has %s", count, N, y, cdf)
        .isGreaterThan(RARE);
  }

  /** Not where a few samples make the sums, nor where the squares are all equal. */
  static boolean areMeasurable(double kurtosis) {
    return kurtosis < N / 100.0 && kurtosis > -2;
  }

  static void requireMoments(double[] samples, double mean, double variance, double kurtosis) {
    double sum = DoubleStream.of(samples).map(each -> each - mean).sum();
    double squares = DoubleStream.of(samples).map(each -> (each - mean) * (each - mean)).sum();
    assertThat(Math.abs(sum / N) / Math.sqrt(variance / N))
        .as("standard errors of the mean")
        .isLessThan(STANDARD_ERRORS);
    assertThat(Math.abs(squares / N / variance - 1) / Math.sqrt((kurtosis + 2) / N))
        .as("standard errors of the variance")
        .isLessThan(STANDARD_ERRORS);
  }
}
