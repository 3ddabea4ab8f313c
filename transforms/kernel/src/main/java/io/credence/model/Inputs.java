package io.credence.model;

/**
 * The features of one record, as a model reads them: by position in {@link Model#features}. Mutable
 * and reused from record to record.
 *
 * <p>Not thread-safe.
 */
public final class Inputs {

  /** The level of a feature whose value is none of the model's levels. */
  public static final int UNSEEN = -1;

  private final double[] numbers;
  private final int[] levels;
  private final double[][] vectors;

  /**
   * @param features how many features the model has
   */
  public Inputs(int features) {
    this.numbers = new double[features];
    this.levels = new int[features];
    this.vectors = new double[features][0];
  }

  /** Sets the value of a numeric feature. */
  public void setNumber(int feature, double value) {
    numbers[feature] = value;
  }

  /** Sets the level of a categorical feature: its position in the model's list, or UNSEEN. */
  public void setLevel(int feature, int level) {
    levels[feature] = level;
  }

  /** Sets the numbers of a feature that is a list; the array is shared, and not copied. */
  public void setVector(int feature, double[] numbers) {
    vectors[feature] = numbers;
  }

  /** The value of a numeric feature; of a truth value 1 or 0. */
  public double number(int feature) {
    return numbers[feature];
  }

  /** The level of a categorical feature: its position in the model's list, or UNSEEN. */
  public int level(int feature) {
    return levels[feature];
  }

  /** The numbers of a feature that is a list. They must not be changed. */
  public double[] vector(int feature) {
    return vectors[feature];
  }
}
