package io.credence.evaluation;

import io.credence.evaluation.Calibration.Deviation;
import io.credence.evaluation.Calibration.Verdict;
import io.credence.score.FigureNames;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * What is added up of an output of numbers.
 *
 * @param levels the probabilities of equal-tailed intervals
 * @param hdiLevels those of highest-density intervals
 * @param exactCrps whether the CRPS of the mixture is added up
 */
record NumberQuantities(List<Double> levels, List<Double> hdiLevels, boolean exactCrps)
    implements Quantities {

  static final int LOG_SCORE = 0;
  static final int CRPS = 1;
  static final int CRPS_NRG = 2;
  static final int EXPECTED_CRPS = 3;
  static final int MAE = 4;
  static final int EXPECTED_MAE = 5;
  static final int MSE = 6;
  static final int BIAS = 7;
  static final int MAPE = 8;
  static final int COMPONENTS = 9;
  static final int SQUARES = COMPONENTS + Components.COUNT;
  static final int CUBES = SQUARES + Components.COUNT;
  static final int LEVELS = CUBES + Components.COUNT;

  private static final List<String> NAMES =
      List.of(
          "log_score",
          "crps",
          "crps_nrg",
          "expected_crps",
          "mae",
          "expected_mae",
          "rmse",
          "bias",
          "mape");

  /** In the order of {@link Deviation} for a mean above 0, and then below it. */
  private static final Deviation[][] DEVIATIONS = {
    {Deviation.TOO_LOW, Deviation.TOO_HIGH},
    {Deviation.TOO_NARROW, Deviation.TOO_WIDE},
    {Deviation.SKEWED_HIGH, Deviation.SKEWED_LOW},
    {Deviation.TAILS_TOO_LIGHT, Deviation.TAILS_TOO_HEAVY},
  };

  /** A distance of the PIT from uniform that hardly matters. */
  private static final double SMALL = 0.02;

  int width(int level) {
    return LEVELS + 2 * level;
  }

  int intervalScore(int level) {
    return LEVELS + 2 * level + 1;
  }

  int hdiWidth(int level) {
    return LEVELS + 2 * levels.size() + level;
  }

  int hdiShare(int level) {
    return levels.size() + level;
  }

  /** The position of the exact CRPS, where it is added up. */
  int crpsExact() {
    return hdiWidth(hdiLevels.size());
  }

  /** How many quantities there are. */
  int size() {
    return crpsExact() + (exactCrps ? 1 : 0);
  }

  @Override
  public OutputStatistics empty() {
    return OutputStatistics.of(size(), levels.size() + hdiLevels.size(), Pit.BINS);
  }

  @Override
  public List<String> losses() {
    return List.of("log_score", "crps", "mae");
  }

  @Override
  public boolean hasIntervals() {
    return true;
  }

  @Override
  public List<Figure> figures(OutputStatistics statistics) {
    List<Figure> figures = new ArrayList<>();
    long n = statistics.records();
    for (int i = 0; i < levels.size(); i++) {
      String percent = FigureNames.percent(levels.get(i));
      figures.add(Figure.share("coverage_" + percent, statistics.share(i), n));
      figures.add(mean("width_" + percent, width(i), statistics));
      figures.add(mean("interval_score_" + percent, intervalScore(i), statistics));
    }
    for (int i = 0; i < hdiLevels.size(); i++) {
      String percent = FigureNames.percent(hdiLevels.get(i));
      figures.add(Figure.share("hdi_coverage_" + percent, statistics.share(hdiShare(i)), n));
      figures.add(mean("hdi_width_" + percent, hdiWidth(i), statistics));
    }
    for (int i = 0; i < NAMES.size(); i++) {
      Figure figure = mean(NAMES.get(i), i, statistics);
      figures.add(i == MSE ? figure.sqrt(figure.name()) : figure);
    }
    if (exactCrps) {
      figures.add(mean("crps_exact", crpsExact(), statistics));
    }
    figures.add(Figure.plain("pit_distance", distance(statistics)));
    figures.add(Figure.plain("pit_p_value", pValue(statistics)));
    return figures;
  }

  /** A mean over all records; infinite where a score is, and NaN where no record has one. */
  private static Figure mean(String name, int quantity, OutputStatistics statistics) {
    Means means = statistics.means();
    if (means.count(quantity) == 0) {
      return Figure.plain(name, Double.NaN);
    }
    return means.count(quantity) < statistics.records()
        ? Figure.plain(name, Double.POSITIVE_INFINITY)
        : Figure.normal(name, means.mean(quantity), means.error(quantity));
  }

  /**
   * How far the distribution of the PIT is from a uniform one, at the edges of its bins: the
   * greatest difference of a probability.
   */
  private static double distance(OutputStatistics statistics) {
    double below = 0;
    double greatest = 0;
    for (int bin = 0; bin < Pit.BINS; bin++) {
      below += statistics.pitShare(bin);
      greatest = Math.max(greatest, Math.abs(below - (bin + 1.0) / Pit.BINS));
    }
    return greatest;
  }

  /**
   * Neyman's smooth test of the PIT against a uniform distribution: the smallest p-value of a
   * component, times their number.
   */
  private static double pValue(OutputStatistics statistics) {
    double greatest = 0;
    for (int k = 0; k < Components.COUNT; k++) {
      greatest = Math.max(greatest, Math.abs(z(statistics, k)));
    }
    return Math.min(1, Components.COUNT * Surprise.twoSided(greatest));
  }

  private static double z(OutputStatistics statistics, int component) {
    Means means = statistics.means();
    return Surprise.z(
        means.sum(COMPONENTS + component),
        means.sum(SQUARES + component),
        means.sum(CUBES + component),
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
    Verdict verdict =
        distance(statistics) <= SMALL ? Verdict.NEARLY_CALIBRATED : Verdict.MISCALIBRATED;
    return new Calibration(verdict, deviations(statistics, error));
  }

  /** Those that are sure, the strongest first. */
  private static List<Deviation> deviations(OutputStatistics statistics, double error) {
    record Strength(Deviation deviation, double z) {}
    List<Strength> all = new ArrayList<>();
    for (int k = 0; k < Components.COUNT; k++) {
      double z = z(statistics, k);
      if (Components.COUNT * Surprise.twoSided(z) < error) {
        all.add(new Strength(DEVIATIONS[k][z > 0 ? 0 : 1], Math.abs(z)));
      }
    }
    all.sort(Comparator.comparingDouble(Strength::z).reversed());
    return all.stream().map(Strength::deviation).toList();
  }
}
