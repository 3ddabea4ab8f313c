package io.credence.distribution;

import io.credence.draws.DrawColumn;

/** Whole numbers from a least one to 2^53, up to which all of them are a double. */
final class WholeNumbers implements Domain {

  private static final double GREATEST = 0x1p53;

  private final double least;
  private final String condition;

  WholeNumbers(double least, String condition) {
    this.least = least;
    this.condition = condition;
  }

  @Override
  public int firstOutside(DrawColumn column, int n) {
    for (int i = 0; i < n; i++) {
      double value = column.get(i);
      if (!(value >= least && value <= GREATEST && value == Math.rint(value))) {
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
