package io.credence.distribution;

/** Where the values of a distribution's parameter lie. Infinity and NaN are in no domain. */
public enum Domain {
  REAL("finite") {
    @Override
    public boolean contains(double value) {
      return Math.abs(value) <= Double.MAX_VALUE;
    }
  },
  POSITIVE("> 0 and finite") {
    @Override
    public boolean contains(double value) {
      return value > 0 && value <= Double.MAX_VALUE;
    }
  };

  private final String condition;

  Domain(String condition) {
    this.condition = condition;
  }

  public abstract boolean contains(double value);

  /** What must hold, for messages that go on after "must be". */
  public String condition() {
    return condition;
  }
}
