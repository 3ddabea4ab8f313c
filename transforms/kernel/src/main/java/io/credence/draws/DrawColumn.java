package io.credence.draws;

/**
 * A view on one value per draw: values[offset] to values[offset + n - 1], where n is the number of
 * samples that the program was compiled for. It is mutable and reused, so that choosing a row of a
 * parameter matrix for a record costs neither a copy nor an object.
 */
public final class DrawColumn {

  /** The longest array that every JVM can make. */
  private static final int MAX_LENGTH = Integer.MAX_VALUE - 8;

  private double[] values = {};
  private int offset;

  /** Points this column at part of an array, which is shared and not copied. */
  public void set(double[] values, int offset) {
    this.values = values;
    this.offset = offset;
  }

  /**
   * Memory for a column for each element of a parameter or constant.
   *
   * @throws IllegalArgumentException when there are more values than an array can hold
   */
  public static double[] room(String name, int elements, int samples) {
    if ((long) elements * samples > MAX_LENGTH) {
      throw new IllegalArgumentException(
          "%s has %s elements, and %s samples of each do not fit into an array; at most %s samples do"
              .formatted(name, elements, samples, MAX_LENGTH / elements));
    }
    return new double[elements * samples];
  }

  public double[] values() {
    return values;
  }

  public int offset() {
    return offset;
  }

  /** The value at a draw, from 0. */
  public double get(int draw) {
    return values[offset + draw];
  }
}
