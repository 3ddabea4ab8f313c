package io.credence.evaluation;

import java.util.Arrays;

/**
 * A label with its prediction, to be shown. Which ones are kept depends on their values alone, by a
 * hash of them. Immutable.
 */
public final class Example implements Comparable<Example> {

  private static final long GOLDEN = 0x9E3779B97F4A7C15L;

  private final long hash;
  private final double[] values;

  private Example(double[] values) {
    this.values = values;
    this.hash = hash(values);
  }

  /** Takes the array over: the label, the median, then both ends of each interval. */
  static Example of(double[] values) {
    return new Example(values);
  }

  /** David Stafford's variant 13 of MurmurHash3's finalizer, of one value after the other. */
  private static long hash(double[] values) {
    long hash = 0;
    for (double value : values) {
      hash = (hash ^ Double.doubleToLongBits(value)) + GOLDEN;
      hash = (hash ^ (hash >>> 30)) * 0xBF58476D1CE4E5B9L;
      hash = (hash ^ (hash >>> 27)) * 0x94D049BB133111EBL;
      hash ^= hash >>> 31;
    }
    return hash;
  }

  public double label() {
    return values[0];
  }

  public double median() {
    return values[1];
  }

  /** The lower end of the equal-tailed interval of a level, by its position. */
  public double lower(int level) {
    return values[2 + 2 * level];
  }

  /** The upper end. */
  public double upper(int level) {
    return values[3 + 2 * level];
  }

  double[] values() {
    return values;
  }

  @Override
  public int compareTo(Example other) {
    int order = Long.compareUnsigned(hash, other.hash);
    return order != 0 ? order : Arrays.compare(values, other.values);
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Example that && Arrays.equals(values, that.values);
  }

  @Override
  public int hashCode() {
    return Long.hashCode(hash);
  }
}
