package io.credence.evaluation;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.Arrays;

/**
 * The sums of all outputs over the records between two looks. The same records give the same bits
 * in any order. Mutable; not thread-safe.
 */
final class Stretch {

  private final long[] labels;
  private final long[] covered;
  private final long[] compared;
  private final Means differences;

  private Stretch(Means differences) {
    this.labels = new long[differences.size()];
    this.covered = new long[differences.size()];
    this.compared = new long[differences.size()];
    this.differences = differences;
  }

  static Stretch of(int outputs) {
    return new Stretch(Means.of(outputs));
  }

  /**
   * Adds a label of an output.
   *
   * @param within how much of it is covered, in units of {@link Pit#ONE}
   */
  void addLabel(int output, long within) {
    labels[output]++;
    covered[output] += within;
  }

  /** Adds what the loss of one model exceeds that of the other by. */
  void addDifference(int output, double difference) {
    compared[output]++;
    differences.add(output, difference);
  }

  void add(Stretch other) {
    Arrays.setAll(labels, i -> labels[i] + other.labels[i]);
    Arrays.setAll(covered, i -> covered[i] + other.covered[i]);
    Arrays.setAll(compared, i -> compared[i] + other.compared[i]);
    differences.add(other.differences);
  }

  int outputs() {
    return labels.length;
  }

  long labels(int output) {
    return labels[output];
  }

  /** How many labels of an output are covered; those of counts by a part. */
  double covered(int output) {
    return (double) covered[output] / Pit.ONE;
  }

  long compared(int output) {
    return compared[output];
  }

  /** The mean difference of an output; NaN for none, or where one is beyond all bounds. */
  double mean(int output) {
    return differences.count(output) < compared[output] ? Double.NaN : differences.mean(output);
  }

  /** The standard deviation of the differences of an output; NaN for fewer than two. */
  double deviation(int output) {
    return differences.deviation(output);
  }

  void writeTo(DataOutput out) throws IOException {
    differences.writeTo(out);
    for (int i = 0; i < labels.length; i++) {
      out.writeLong(labels[i]);
      out.writeLong(covered[i]);
      out.writeLong(compared[i]);
    }
  }

  static Stretch readFrom(DataInput in) throws IOException {
    Stretch stretch = new Stretch(Means.readFrom(in));
    for (int i = 0; i < stretch.labels.length; i++) {
      stretch.labels[i] = in.readLong();
      stretch.covered[i] = in.readLong();
      stretch.compared[i] = in.readLong();
    }
    return stretch;
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Stretch that
        && Arrays.equals(labels, that.labels)
        && Arrays.equals(covered, that.covered)
        && Arrays.equals(compared, that.compared)
        && differences.equals(that.differences);
  }

  @Override
  public int hashCode() {
    return Arrays.hashCode(labels);
  }
}
