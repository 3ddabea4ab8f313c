package io.credence.evaluation;

import io.credence.evaluation.Calibration.Deviation;
import io.credence.evaluation.Calibration.Verdict;
import io.credence.model.Output;
import java.util.ArrayList;
import java.util.List;

/**
 * What is added up of an output of classes.
 *
 * @param classes their labels
 */
record ClassQuantities(List<String> classes) implements Quantities {

  static final int LOG_SCORE = 0;
  static final int EXPECTED_LOG_SCORE = 1;
  static final int BRIER = 2;
  static final int EXPECTED_BRIER = 3;
  static final int BRIER_VARIANCE = 4;
  static final int BRIER_CUBES = 5;
  static final int EXPECTED_ACCURACY = 6;
  static final int CLASSES = 7;

  /** How many quantities each class has. */
  private static final int EACH = 3;

  private static final double SMALL = 0.02;

  private static final int ACCURACY = 0;

  int probability(int number) {
    return CLASSES + EACH * number;
  }

  int variance(int number) {
    return probability(number) + 1;
  }

  int cubes(int number) {
    return probability(number) + 2;
  }

  static int share(int number) {
    return 1 + number;
  }

  @Override
  public OutputStatistics empty() {
    return OutputStatistics.of(probability(classes.size()), share(classes.size()), 0);
  }

  @Override
  public List<String> losses() {
    return List.of("log_score", "brier", "error_rate");
  }

  @Override
  public boolean hasIntervals() {
    return false;
  }

  @Override
  public List<Figure> figures(OutputStatistics statistics) {
    List<Figure> figures = new ArrayList<>();
    long n = statistics.records();
    figures.add(Figure.share("accuracy", statistics.share(ACCURACY), n));
    figures.add(mean("expected_accuracy", EXPECTED_ACCURACY, statistics));
    figures.add(mean("log_score", LOG_SCORE, statistics));
    figures.add(mean("expected_log_score", EXPECTED_LOG_SCORE, statistics));
    figures.add(mean("brier", BRIER, statistics));
    figures.add(mean("expected_brier", EXPECTED_BRIER, statistics));
    for (int k = 0; k < classes.size(); k++) {
      String name = Output.legible(classes.get(k));
      figures.add(Figure.share("share_" + name, statistics.share(share(k)), n));
      figures.add(Figure.plain("expected_share_" + name, statistics.means().mean(probability(k))));
    }
    figures.add(Figure.plain("calibration_p_value", pValue(statistics)));
    return figures;
  }

  private static Figure mean(String name, int quantity, OutputStatistics statistics) {
    return statistics.means().count(quantity) < statistics.records()
        ? Figure.plain(name, Double.POSITIVE_INFINITY)
        : Figure.normal(
            name, statistics.means().mean(quantity), statistics.means().error(quantity));
  }

  /** The smallest of all p-values, times their number. */
  private double pValue(OutputStatistics statistics) {
    double smallest = Surprise.twoSided(spiegelhalter(statistics));
    for (int k = 0; k < classes.size(); k++) {
      smallest = Math.min(smallest, Surprise.twoSided(shareZ(statistics, k)));
    }
    return Math.min(1, smallest * (classes.size() + 1));
  }

  /** Spiegelhalter's z (1986): the Brier score less what the predictions themselves expect. */
  private static double spiegelhalter(OutputStatistics statistics) {
    Means means = statistics.means();
    return Surprise.z(
        means.sum(BRIER) - means.sum(EXPECTED_BRIER),
        means.sum(BRIER_VARIANCE),
        means.sum(BRIER_CUBES),
        statistics.records());
  }

  private double shareZ(OutputStatistics statistics, int number) {
    Means means = statistics.means();
    double observed = (double) statistics.shares()[share(number)] / Pit.ONE;
    return Surprise.z(
        observed - means.sum(probability(number)),
        means.sum(variance(number)),
        means.sum(cubes(number)),
        statistics.records());
  }

  @Override
  public Calibration calibration(OutputStatistics statistics, double error) {
    if (statistics.records() < Calibration.LEAST_RECORDS) {
      return Calibration.INSUFFICIENT;
    }
    if (pValue(statistics) >= error) {
      return new Calibration(Verdict.CALIBRATED, List.of());
    }
    double off = Math.abs(offBrier(statistics));
    List<Deviation> deviations = new ArrayList<>();
    double each = error / (classes.size() + 1);
    if (Surprise.twoSided(spiegelhalter(statistics)) < each) {
      deviations.add(offBrier(statistics) > 0 ? Deviation.OVERCONFIDENT : Deviation.UNDERCONFIDENT);
    }
    for (int k = 0; k < classes.size(); k++) {
      off = Math.max(off, Math.abs(offShare(statistics, k)));
      if (Surprise.twoSided(shareZ(statistics, k)) < each
          && !deviations.contains(Deviation.WRONG_SHARES)) {
        deviations.add(Deviation.WRONG_SHARES);
      }
    }
    return new Calibration(
        off <= SMALL ? Verdict.NEARLY_CALIBRATED : Verdict.MISCALIBRATED, deviations);
  }

  private static double offBrier(OutputStatistics statistics) {
    return statistics.means().mean(BRIER) - statistics.means().mean(EXPECTED_BRIER);
  }

  private double offShare(OutputStatistics statistics, int number) {
    return statistics.share(share(number)) - statistics.means().mean(probability(number));
  }
}
