package io.credence.distribution;

import io.credence.draws.DrawColumn;
import io.credence.draws.Finite;

/** Numbers from a least to a greatest one. An open end is the next number inside. */
final class Range implements Domain {

  private final double least;
  private final double greatest;
  private final boolean all;
  private final String condition;

  Range(double least, double greatest, String condition) {
    this.least = least;
    this.greatest = greatest;
    this.all = least == -Double.MAX_VALUE && greatest == Double.MAX_VALUE;
    this.condition = condition;
  }

  @Override
  public int firstOutside(DrawColumn column, int n) {
    double[] values = column.values();
    int offset = column.offset();
    if (all && Finite.all(values, offset, n)) {
      return NONE;
    }
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
