package io.credence.evaluation;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/**
 * The sums of all outputs over the records of a segment, and of each output's differences between
 * two models. Mutable; not thread-safe.
 */
final class SegmentStatistics {

  private final List<OutputStatistics> outputs = new ArrayList<>();
  private final List<Means> differences = new ArrayList<>();

  /** Room for the sums of outputs. */
  static SegmentStatistics of(List<Quantities> outputs) {
    SegmentStatistics statistics = new SegmentStatistics();
    for (Quantities each : outputs) {
      statistics.outputs.add(each.empty());
      statistics.differences.add(Means.of(each.losses().size()));
    }
    return statistics;
  }

  OutputStatistics output(int output) {
    return outputs.get(output);
  }

  /** What one model's losses exceed those of the other by. */
  Means differences(int output) {
    return differences.get(output);
  }

  /** How many quantities are added up. */
  int size() {
    int size = 0;
    for (int i = 0; i < outputs.size(); i++) {
      size += outputs.get(i).means().size() + differences.get(i).size();
    }
    return size;
  }

  void add(SegmentStatistics other) {
    for (int i = 0; i < outputs.size(); i++) {
      outputs.get(i).add(other.outputs.get(i));
      differences.get(i).add(other.differences.get(i));
    }
  }

  void subtract(SegmentStatistics other) {
    for (int i = 0; i < outputs.size(); i++) {
      outputs.get(i).subtract(other.outputs.get(i));
      differences.get(i).subtract(other.differences.get(i));
    }
  }

  /** Whether it is as if no record had been added. */
  boolean isZero() {
    return outputs.stream().allMatch(OutputStatistics::isZero)
        && differences.stream().allMatch(Means::isZero);
  }

  void writeTo(DataOutput out) throws IOException {
    out.writeInt(outputs.size());
    for (int i = 0; i < outputs.size(); i++) {
      outputs.get(i).writeTo(out);
      differences.get(i).writeTo(out);
    }
  }

  static SegmentStatistics readFrom(DataInput in) throws IOException {
    SegmentStatistics statistics = new SegmentStatistics();
    int count = in.readInt();
    for (int i = 0; i < count; i++) {
      statistics.outputs.add(OutputStatistics.readFrom(in));
      statistics.differences.add(Means.readFrom(in));
    }
    return statistics;
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof SegmentStatistics that
        && outputs.equals(that.outputs)
        && differences.equals(that.differences);
  }

  @Override
  public int hashCode() {
    return outputs.hashCode();
  }
}
