package io.credence.evaluation;

import io.credence.deadletter.DeadLetterCode;
import io.credence.deadletter.UnscorableException;
import io.credence.decision.Watch;
import io.credence.model.PredictiveMixture;
import io.credence.summary.SortedSamples;
import io.credence.summary.Summary;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Scores predictions of numbers against labels. It is the score of the record that was scored last.
 *
 * <p>Not thread-safe: it owns scratch memory.
 */
final class NumberScorer implements OutputScore {

  private final NumberQuantities quantities;
  private final @Nullable PredictiveMixture mixture;
  private final @Nullable ExactCrps exactCrps;
  private final SortedSamples sorting = new SortedSamples();
  private final Pit pit = new Pit();
  private final Components components = new Components();
  private final double[] values;
  private final boolean[] hdiCovers;

  /**
   * @param mixture from which PIT and log score come; empty where they come from samples
   * @param wholeNumbers whether the output has whole numbers alone
   */
  NumberScorer(
      NumberQuantities quantities, Optional<PredictiveMixture> mixture, boolean wholeNumbers) {
    this.quantities = quantities;
    this.mixture = mixture.orElse(null);
    this.exactCrps =
        quantities.exactCrps()
            ? mixture.map(each -> ExactCrps.of(each, wholeNumbers)).orElse(null)
            : null;
    this.values = new double[quantities.size()];
    this.hdiCovers = new boolean[quantities.hdiLevels().size()];
  }

  /**
   * Scores a prediction.
   *
   * @param samples all of them
   * @param summary with the intervals of {@link EvaluationSpec#summary}
   */
  void score(double[] samples, Summary summary, double y) throws UnscorableException {
    double[] sorted = sorting.sort(samples, samples.length);
    scoreSamples(samples, sorted, summary.median(), y);
    values[NumberQuantities.MAE] = Math.abs(summary.median() - y);
    values[NumberQuantities.BIAS] = summary.mean() - y;
    values[NumberQuantities.MSE] = values[NumberQuantities.BIAS] * values[NumberQuantities.BIAS];
    values[NumberQuantities.MAPE] = SampleScores.percentageError(summary.median(), y);
    for (int i = 0; i < quantities.levels().size(); i++) {
      double lower = summary.etiLower(i);
      double upper = summary.etiUpper(i);
      values[quantities.width(i)] = upper - lower;
      values[quantities.intervalScore(i)] =
          SampleScores.interval(lower, upper, quantities.levels().get(i), y);
    }
    for (int i = 0; i < hdiCovers.length; i++) {
      values[quantities.hdiWidth(i)] = summary.hdiUpper(i) - summary.hdiLower(i);
      hdiCovers[i] = summary.hdiLower(i) <= y && y <= summary.hdiUpper(i);
    }
    place(samples, y);
    scoreComponents(sorted, samples.length, y);
    if (quantities.exactCrps()) {
      values[quantities.crpsExact()] =
          exactCrps == null ? Double.NaN : exactCrps.of(sorted, samples.length, y);
    }
  }

  private void scoreComponents(double[] sorted, int n, double y) {
    components.set(pit.low(), pit.high());
    if (mixture == null ? distinct(sorted, n) : !mixture.hasPointMasses()) {
      components.expectUniform();
    } else {
      components.expectOneOf(sorted, n, y);
    }
    for (int k = 0; k < Components.COUNT; k++) {
      values[NumberQuantities.COMPONENTS + k] = components.value(k);
      values[NumberQuantities.SQUARES + k] = components.square(k);
      values[NumberQuantities.CUBES + k] = components.cube(k);
    }
  }

  private static boolean distinct(double[] sorted, int n) {
    for (int i = 1; i < n; i++) {
      if (sorted[i] == sorted[i - 1]) {
        return false;
      }
    }
    return true;
  }

  private void scoreSamples(double[] samples, double[] sorted, double median, double y) {
    int n = samples.length;
    double distance = SampleScores.meanDistance(samples, n, y);
    double pairs = SampleScores.pairDistance(sorted, n);
    double expected = pairs / ((double) n * (n - 1));
    values[NumberQuantities.CRPS] = distance - expected;
    values[NumberQuantities.CRPS_NRG] = distance - pairs / ((double) n * n);
    values[NumberQuantities.EXPECTED_CRPS] = expected;
    values[NumberQuantities.EXPECTED_MAE] = SampleScores.meanDistance(samples, n, median);
  }

  private void place(double[] samples, double y) throws UnscorableException {
    if (mixture != null) {
      double atMost = number("distribution function", mixture.cdf(y), y);
      double below = mixture.hasPointMasses() ? mixture.below(y) : atMost;
      pit.set(number("distribution function", below, y), atMost);
      values[NumberQuantities.LOG_SCORE] = -number("log-density", mixture.logDensity(y), y);
      return;
    }
    int less = 0;
    int equal = 0;
    for (double sample : samples) {
      less += sample < y ? 1 : 0;
      equal += sample == y ? 1 : 0;
    }
    // Among samples and label, each rank is as likely as any other when the model is right.
    double ranks = samples.length + 1.0;
    pit.set(less / ranks, (less + equal + 1) / ranks);
    values[NumberQuantities.LOG_SCORE] = Double.NaN;
  }

  /** Far out, a distribution may have no figures in double precision: what is left is 0 of 0. */
  private static double number(String function, double value, double y) throws UnscorableException {
    if (Double.isNaN(value)) {
      throw new UnscorableException(
          DeadLetterCode.NOT_FINITE_PREDICTION,
          "The %s of the prediction must be a number, but is NaN at the label %s"
              .formatted(function, y),
          null);
    }
    return value;
  }

  @Override
  public void addTo(OutputStatistics statistics) {
    statistics.countRecord();
    for (int i = 0; i < values.length; i++) {
      statistics.means().add(i, values[i]);
    }
    long[] shares = statistics.shares();
    for (int i = 0; i < quantities.levels().size(); i++) {
      shares[i] += pit.within(quantities.levels().get(i));
    }
    for (int i = 0; i < hdiCovers.length; i++) {
      shares[quantities.hdiShare(i)] += hdiCovers[i] ? Pit.ONE : 0;
    }
    pit.addTo(statistics.pit());
  }

  @Override
  public long covered() {
    return pit.within(Watch.LEVEL);
  }

  @Override
  public double loss(int loss) {
    return switch (loss) {
      case 0 -> values[NumberQuantities.LOG_SCORE];
      case 1 -> values[NumberQuantities.CRPS];
      default -> values[NumberQuantities.MAE];
    };
  }
}
