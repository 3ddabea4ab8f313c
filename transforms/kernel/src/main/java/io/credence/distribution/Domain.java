package io.credence.distribution;

import io.credence.draws.DrawColumn;

/** Where the values of a distribution's parameter lie. Infinity and NaN are in no domain. */
public enum Domain {
  REAL("finite") {
    @Override
    public int firstOutside(DrawColumn column, int n) {
      double[] values = column.values();
      int offset = column.offset();
      for (int i = 0; i < n; i++) {
        if (!(Math.abs(values[offset + i]) <= Double.MAX_VALUE)) {
          return i;
        }
      }
      return NONE;
    }
  },
  POSITIVE("> 0 and finite") {
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
  };

  /** What {@link #firstOutside} returns when all values are inside. */
  public static final int NONE = -1;

  private final String condition;

  Domain(String condition) {
    this.condition = condition;
  }

  /** The first of n draws whose value lies outside, or {@link #NONE}. */
  public abstract int firstOutside(DrawColumn column, int n);

  /** What must hold, for messages that go on after "must be". */
  public String condition() {
    return condition;
  }
}
