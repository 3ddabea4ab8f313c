package io.credence.aggregate;

import io.credence.sum.ExactSum;
import io.credence.sum.ExactSums;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/**
 * What is known so far of a group: its records, and of each output that is summed the sum of each
 * sample. Two of them can be merged, and the same records give the same sums to the bit in any
 * order and any split.
 *
 * <p>Mutable; not thread-safe.
 */
public final class GroupSums {

  /** Beside the sums: objects, and a key of usual length. */
  private static final long OVERHEAD_BYTES = 512;

  private final List<ExactSums> samples = new ArrayList<>();
  private ExactSum weights = new ExactSum();
  private long records;
  private long deadLetters;

  /**
   * Sums of nothing.
   *
   * @param outputs how many outputs are summed
   * @param numSamples how many samples each has
   */
  public static GroupSums of(int outputs, int numSamples) {
    GroupSums sums = new GroupSums();
    for (int i = 0; i < outputs; i++) {
      sums.samples.add(new ExactSums(numSamples));
    }
    return sums;
  }

  /**
   * Adds a record.
   *
   * @param drawn its samples of each output that is summed, times its weight
   */
  void add(double[][] drawn, double weight) {
    for (int i = 0; i < drawn.length; i++) {
      samples.get(i).add(drawn[i]);
    }
    weights.add(weight);
    records++;
  }

  /** Counts a record that could not be scored. */
  void addDeadLetter() {
    deadLetters++;
  }

  /** Adds the records of others, which are left as they are. */
  public void add(GroupSums other) {
    for (int i = 0; i < samples.size(); i++) {
      samples.get(i).add(other.samples.get(i));
    }
    weights.add(other.weights);
    records += other.records;
    deadLetters += other.deadLetters;
  }

  /** How many records are in the sums. */
  public long records() {
    return records;
  }

  /** How many records of the group are not, because they could not be scored. */
  public long deadLetters() {
    return deadLetters;
  }

  ExactSums samples(int output) {
    return samples.get(output);
  }

  ExactSum weights() {
    return weights;
  }

  /** About how much memory it takes. */
  long bytes() {
    long bytes = OVERHEAD_BYTES;
    for (ExactSums each : samples) {
      bytes += each.bytes();
    }
    return bytes;
  }

  /** Writes it; equal sums are written alike. */
  public void writeTo(DataOutput out) throws IOException {
    out.writeLong(records);
    out.writeLong(deadLetters);
    weights.writeTo(out);
    out.writeInt(samples.size());
    for (ExactSums each : samples) {
      each.writeTo(out);
    }
  }

  /** Reads what {@link #writeTo} wrote. */
  public static GroupSums readFrom(DataInput in) throws IOException {
    GroupSums sums = new GroupSums();
    sums.records = in.readLong();
    sums.deadLetters = in.readLong();
    sums.weights = ExactSum.readFrom(in);
    for (int left = in.readInt(); left > 0; left--) {
      sums.samples.add(ExactSums.readFrom(in));
    }
    return sums;
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof GroupSums that
        && records == that.records
        && deadLetters == that.deadLetters
        && weights.equals(that.weights)
        && samples.equals(that.samples);
  }

  @Override
  public int hashCode() {
    return samples.hashCode();
  }
}
