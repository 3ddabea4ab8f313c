package io.credence.distribution;

import io.credence.draws.DrawColumn;

/** Numbers from a least to a greatest one. An open end is the next number inside. */
final class Range implements Domain {

  private final double least;
  private final double greatest;
  private final String condition;

  Range(double least, double greatest, String condition) {
    this.least = least;
    this.greatest = greatest;
    this.condition = condition;
  }

  @Override
  public int firstOutside(DrawColumn column, int n) {
    double[] values = column.values();
    int offset = column.offset();
    for (int i = 0; i < n; i++) {
      double value = values[offset + i];
      if (!(value >= least && value <= greatest)) {
        return i;
      }
    }
    return NONE;
  }

  @Override
  public String condition() {
    return condition;
  }
}
