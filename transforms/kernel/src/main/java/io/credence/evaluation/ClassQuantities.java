package io.credence.evaluation;

import io.credence.evaluation.Calibration.Deviation;
import io.credence.evaluation.Calibration.Verdict;
import io.credence.model.Output;
import java.util.ArrayList;
import java.util.List;
import org.apache.commons.numbers.gamma.Erfc;

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
  static final int EXPECTED_ACCURACY = 5;
  static final int CLASSES = 6;

  private static final double SMALL = 0.02;

  /** Relative to the number of records; smaller differences are those of rounding. */
  private static final double ROUNDING = 1e-9;

  /**
   * The variance of how often a class comes up, from which a normal distribution is near enough to
   * that of its count. Rarer classes are not tested: a single one would be a false alarm.
   */
  private static final double LEAST_VARIANCE = 10;

  private static final int ACCURACY = 0;

  int probability(int number) {
    return CLASSES + 2 * number;
  }

  int variance(int number) {
    return CLASSES + 2 * number + 1;
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
    double smallest = twoSided(spiegelhalter(statistics));
    for (int k = 0; k < classes.size(); k++) {
      smallest = Math.min(smallest, twoSided(shareZ(statistics, k)));
    }
    return Math.min(1, smallest * (classes.size() + 1));
  }

  private static double twoSided(double z) {
    return Erfc.value(Math.abs(z) / Math.sqrt(2));
  }

  /** Spiegelhalter's z (1986): the Brier score less what the predictions themselves expect. */
  private static double spiegelhalter(OutputStatistics statistics) {
    Means means = statistics.means();
    double difference = means.sum(BRIER) - means.sum(EXPECTED_BRIER);
    double rounding = ROUNDING * Math.max(1, statistics.records());
    return Math.abs(difference) <= rounding
        ? 0
        : standardised(difference, means.sum(BRIER_VARIANCE));
  }

  private double shareZ(OutputStatistics statistics, int number) {
    Means means = statistics.means();
    double observed = (double) statistics.shares()[share(number)] / Pit.ONE;
    double difference = observed - means.sum(probability(number));
    double variance = means.sum(variance(number));
    boolean rare = variance < LEAST_VARIANCE && Math.abs(difference) <= LEAST_VARIANCE;
    return rare ? 0 : standardised(difference, variance);
  }

  private static double standardised(double difference, double variance) {
    if (variance > 0) {
      return difference / Math.sqrt(variance);
    }
    return difference == 0 ? 0 : Math.copySign(Double.MAX_VALUE, difference);
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
    if (twoSided(spiegelhalter(statistics)) < each) {
      deviations.add(offBrier(statistics) > 0 ? Deviation.OVERCONFIDENT : Deviation.UNDERCONFIDENT);
    }
    for (int k = 0; k < classes.size(); k++) {
      off = Math.max(off, Math.abs(offShare(statistics, k)));
      if (twoSided(shareZ(statistics, k)) < each && !deviations.contains(Deviation.WRONG_SHARES)) {
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
