package io.credence.folder;

import io.credence.folder.VerifyCase.Figure;
import io.credence.model.Output;
import java.util.Arrays;
import org.apache.commons.statistics.descriptive.Mean;
import org.apache.commons.statistics.descriptive.Quantile;
import org.apache.commons.statistics.descriptive.Variance;

/** Figures of samples, and their Monte Carlo standard errors. */
final class SampleFigures {

  private static final Quantile QUANTILE =
      Quantile.withDefaults().with(Quantile.EstimationMethod.HF7);

  private final Output output;
  private final double[] sorted;
  private final double mean;
  private final double variance;
  private final double fourthMoment;
  private final double[] probabilities;

  private SampleFigures(Output output, double[] sorted, double[] probabilities) {
    this.output = output;
    this.sorted = sorted;
    this.mean = Mean.of(sorted).getAsDouble();
    this.variance = Variance.of(sorted).getAsDouble();
    this.fourthMoment = Arrays.stream(sorted).map(x -> Math.pow(x - mean, 4)).average().orElse(0);
    this.probabilities = probabilities;
  }

  /**
   * Computes from a copy of the samples.
   *
   * @param probabilities of each class of the output
   */
  static SampleFigures of(Output output, double[] samples, double[] probabilities) {
    double[] sorted = samples.clone();
    Arrays.sort(sorted);
    return new SampleFigures(output, sorted, probabilities);
  }

  double value(Figure figure) {
    return switch (figure.kind()) {
      case MEAN -> mean;
      case SD -> Math.sqrt(variance);
      case QUANTILE -> quantile(figure.probability());
      case CLASS -> probabilities[output.classes().indexOf(figure.label())];
    };
  }

  /**
   * The Monte Carlo standard error: sd / sqrt(n) of a mean; by the delta method sqrt((m4 - sd^4) /
   * (4 sd^2 n)) of an sd; and of a quantile, half the distance between the sample quantiles at p
   * plus and minus sqrt(p (1 - p) / n), the standard error of a share, which also bounds that of a
   * class.
   */
  double error(Figure figure) {
    int n = sorted.length;
    return switch (figure.kind()) {
      case MEAN -> Math.sqrt(variance / n);
      case SD ->
          variance == 0
              ? 0
              : Math.sqrt(Math.max(0, fourthMoment - variance * variance) / (4 * variance * n));
      case CLASS -> {
        double p = value(figure);
        yield Math.sqrt(Math.max(0, p * (1 - p)) / n);
      }
      case QUANTILE -> {
        double p = figure.probability();
        double step = Math.sqrt(p * (1 - p) / n);
        yield (quantile(Math.min(1, p + step)) - quantile(Math.max(0, p - step))) / 2;
      }
    };
  }

  /** The share of samples that are less than a value. */
  double below(double value) {
    return (double) Arrays.stream(sorted).filter(x -> x < value).count() / sorted.length;
  }

  /** The share of samples that are at most a value. */
  double atMost(double value) {
    return (double) Arrays.stream(sorted).filter(x -> x <= value).count() / sorted.length;
  }

  private double quantile(double p) {
    return QUANTILE.evaluate(sorted, p);
  }
}
