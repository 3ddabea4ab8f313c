package io.credence.draws;

/**
 * A view on one value per draw: values[offset] to values[offset + n - 1], where n is the number of
 * samples that the program was compiled for. It is mutable and reused, so that choosing a row of a
 * parameter matrix for a record costs neither a copy nor an object.
 */
public final class DrawColumn {

  private double[] values = {};
  private int offset;

  /** Points this column at part of an array, which is shared and not copied. */
  public void set(double[] values, int offset) {
    this.values = values;
    this.offset = offset;
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
