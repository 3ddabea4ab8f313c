package io.credence.folder;

import io.credence.folder.VerifyCase.Figure;
import java.util.Arrays;
import org.apache.commons.statistics.descriptive.Mean;
import org.apache.commons.statistics.descriptive.Quantile;
import org.apache.commons.statistics.descriptive.Variance;

/** Figures of samples, and their Monte Carlo standard errors. */
final class SampleFigures {

  private static final Quantile QUANTILE =
      Quantile.withDefaults().with(Quantile.EstimationMethod.HF7);

  private final double[] sorted;
  private final double mean;
  private final double variance;
  private final double fourthMoment;

  private SampleFigures(double[] sorted) {
    this.sorted = sorted;
    this.mean = Mean.of(sorted).getAsDouble();
    this.variance = Variance.of(sorted).getAsDouble();
    this.fourthMoment = Arrays.stream(sorted).map(x -> Math.pow(x - mean, 4)).average().orElse(0);
  }

  /** Computes from a copy of the samples. */
  static SampleFigures of(double[] samples) {
    double[] sorted = samples.clone();
    Arrays.sort(sorted);
    return new SampleFigures(sorted);
  }

  double value(Figure figure) {
    return switch (figure.kind()) {
      case MEAN -> mean;
      case SD -> Math.sqrt(variance);
      case QUANTILE -> quantile(figure.probability());
    };
  }

  /**
   * The Monte Carlo standard error: sd / sqrt(n) of a mean; by the delta method sqrt((m4 - sd^4) /
   * (4 sd^2 n)) of an sd; and of a quantile, half the distance between the sample quantiles at p
   * plus and minus sqrt(p (1 - p) / n), the standard error of a share.
   */
  double error(Figure figure) {
    int n = sorted.length;
    return switch (figure.kind()) {
      case MEAN -> Math.sqrt(variance / n);
      case SD ->
          variance == 0
              ? 0
              : Math.sqrt(Math.max(0, fourthMoment - variance * variance) / (4 * variance * n));
      case QUANTILE -> {
        double p = figure.probability();
        double step = Math.sqrt(p * (1 - p) / n);
        yield (quantile(Math.min(1, p + step)) - quantile(Math.max(0, p - step))) / 2;
      }
    };
  }

  private double quantile(double p) {
    return QUANTILE.evaluate(sorted, p);
  }
}
