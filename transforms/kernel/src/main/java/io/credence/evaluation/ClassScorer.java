package io.credence.evaluation;

import io.credence.summary.ClassSummary;

/**
 * Scores predictions of classes against labels. It is the score of the record that was scored last.
 *
 * <p>Not thread-safe: it owns scratch memory.
 */
final class ClassScorer implements OutputScore {

  private final ClassQuantities quantities;
  private final double[] values;
  private int label;
  private boolean right;

  ClassScorer(ClassQuantities quantities) {
    this.quantities = quantities;
    this.values = new double[quantities.probability(quantities.classes().size())];
  }

  /**
   * Scores a prediction.
   *
   * @param y the number of the class that came up
   */
  void score(ClassSummary summary, int y) {
    double[] p = summary.probabilities();
    double squares = 0;
    double entropy = 0;
    for (int k = 0; k < p.length; k++) {
      squares += p[k] * p[k];
      entropy -= p[k] > 0 ? p[k] * StrictMath.log(p[k]) : 0;
      values[quantities.probability(k)] = p[k];
      values[quantities.variance(k)] = p[k] * (1 - p[k]);
      values[quantities.cubes(k)] = p[k] * (1 - p[k]) * (1 - 2 * p[k]);
    }
    double variance = 0;
    double cubes = 0;
    for (double each : p) {
      // How much the Brier score of this label is above what is expected.
      double above = 2 * (squares - each);
      variance += each * above * above;
      cubes += each * above * above * above;
    }
    values[ClassQuantities.LOG_SCORE] = -StrictMath.log(p[y]);
    values[ClassQuantities.EXPECTED_LOG_SCORE] = entropy;
    values[ClassQuantities.BRIER] = squares - 2 * p[y] + 1;
    values[ClassQuantities.EXPECTED_BRIER] = 1 - squares;
    values[ClassQuantities.BRIER_VARIANCE] = variance;
    values[ClassQuantities.BRIER_CUBES] = cubes;
    values[ClassQuantities.EXPECTED_ACCURACY] = p[summary.mode()];
    label = y;
    right = summary.mode() == y;
  }

  @Override
  public void addTo(OutputStatistics statistics) {
    statistics.countRecord();
    for (int i = 0; i < values.length; i++) {
      statistics.means().add(i, values[i]);
    }
    statistics.shares()[0] += right ? Pit.ONE : 0;
    statistics.shares()[ClassQuantities.share(label)] += Pit.ONE;
  }

  @Override
  public long covered() {
    return 0;
  }

  @Override
  public double loss(int loss) {
    return switch (loss) {
      case 0 -> values[ClassQuantities.LOG_SCORE];
      case 1 -> values[ClassQuantities.BRIER];
      default -> right ? 0 : 1;
    };
  }
}
