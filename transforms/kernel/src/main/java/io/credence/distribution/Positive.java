package io.credence.distribution;

import io.credence.draws.DrawColumn;

/** {@link Domain#POSITIVE}. */
final class Positive implements Domain {

  @Override
  public int firstOutside(DrawColumn column, int n) {
    double[] values = column.values();
    int offset = column.offset();
    for (int i = 0; i < n; i++) {
      double value = values[offset + i];
      if (!(value > 0 && value <= Double.MAX_VALUE)) {
        return i;
      }
    }
    return NONE;
  }

  @Override
  public String condition() {
    return "> 0 and finite";
  }
}
