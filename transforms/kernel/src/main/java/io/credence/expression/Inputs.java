package io.credence.expression;

/**
 * The features of one record, as operands read them. Mutable and reused from record to record.
 *
 * <p>Not thread-safe.
 */
public final class Inputs {

  /** The level of a feature whose value is none of the model's levels. */
  public static final int UNSEEN = -1;

  private final double[] numbers;
  private final int[] levels;
  private final double[][] substitutes;

  /**
   * @param features how many features the model has
   * @param substitutions how many {@link Substitution}s its program has
   * @param draws the length of a column
   */
  public Inputs(int features, int substitutions, int draws) {
    this.numbers = new double[features];
    this.levels = new int[features];
    this.substitutes = new double[substitutions][draws];
  }

  /** Sets the value of a numeric feature. */
  public void setNumber(int feature, double value) {
    numbers[feature] = value;
  }

  /** Sets the level of a categorical feature: its position in the model's list, or UNSEEN. */
  public void setLevel(int feature, int level) {
    levels[feature] = level;
  }

  /** The value of a numeric feature. */
  public double number(int feature) {
    return numbers[feature];
  }

  public int level(int feature) {
    return levels[feature];
  }

  /** The column that stands for an indexed parameter when a level is unseen. */
  public double[] substitute(int substitution) {
    return substitutes[substitution];
  }
}
