package io.credence.distribution;

import io.credence.draws.DrawColumn;

/** {@link Domain#REAL}. */
final class Real implements Domain {

  @Override
  public int firstOutside(DrawColumn column, int n) {
    double[] values = column.values();
    int offset = column.offset();
    for (int i = 0; i < n; i++) {
      double value = values[offset + i];
      if (!(Math.abs(value) <= Double.MAX_VALUE)) {
        return i;
      }
    }
    return NONE;
  }

  @Override
  public String condition() {
    return "finite";
  }
}
