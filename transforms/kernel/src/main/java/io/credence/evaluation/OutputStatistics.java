package io.credence.evaluation;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.Arrays;
import java.util.stream.LongStream;

/**
 * The sums of one output over some records: how many there are, means, shares and the histogram of
 * the PIT. What they stand for, {@link Quantities} say. Mutable; not thread-safe.
 */
final class OutputStatistics {

  private long records;
  private final Means means;
  private final long[] shares;
  private final long[] pit;

  private OutputStatistics(Means means, long[] shares, long[] pit) {
    this.means = means;
    this.shares = shares;
    this.pit = pit;
  }

  static OutputStatistics of(int means, int shares, int bins) {
    return new OutputStatistics(Means.of(means), new long[shares], new long[bins]);
  }

  void countRecord() {
    records++;
  }

  long records() {
    return records;
  }

  Means means() {
    return means;
  }

  /** Sums of shares of records, in units of {@link Pit#ONE}. Shared. */
  long[] shares() {
    return shares;
  }

  /** The histogram of the PIT, in units of {@link Pit#ONE}; of length 0 for none. Shared. */
  long[] pit() {
    return pit;
  }

  /** The share of records at a position; NaN for no records. */
  double share(int position) {
    return ratio(shares[position]);
  }

  /** The share of records whose PIT lies in a bin. */
  double pitShare(int bin) {
    return ratio(pit[bin]);
  }

  private double ratio(long units) {
    return (double) units / Pit.ONE / records;
  }

  void add(OutputStatistics other) {
    records += other.records;
    means.add(other.means);
    Arrays.setAll(shares, i -> shares[i] + other.shares[i]);
    Arrays.setAll(pit, i -> pit[i] + other.pit[i]);
  }

  void subtract(OutputStatistics other) {
    records -= other.records;
    means.subtract(other.means);
    Arrays.setAll(shares, i -> shares[i] - other.shares[i]);
    Arrays.setAll(pit, i -> pit[i] - other.pit[i]);
  }

  /** Whether it is as if no record had been added. */
  boolean isZero() {
    return records == 0
        && LongStream.concat(Arrays.stream(shares), Arrays.stream(pit)).allMatch(sum -> sum == 0)
        && means.isZero();
  }

  void writeTo(DataOutput out) throws IOException {
    out.writeLong(records);
    means.writeTo(out);
    write(shares, out);
    write(pit, out);
  }

  static OutputStatistics readFrom(DataInput in) throws IOException {
    long records = in.readLong();
    OutputStatistics read = new OutputStatistics(Means.readFrom(in), read(in), read(in));
    read.records = records;
    return read;
  }

  private static void write(long[] values, DataOutput out) throws IOException {
    out.writeInt(values.length);
    for (long value : values) {
      out.writeLong(value);
    }
  }

  private static long[] read(DataInput in) throws IOException {
    long[] values = new long[in.readInt()];
    for (int i = 0; i < values.length; i++) {
      values[i] = in.readLong();
    }
    return values;
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof OutputStatistics that
        && records == that.records
        && means.equals(that.means)
        && Arrays.equals(shares, that.shares)
        && Arrays.equals(pit, that.pit);
  }

  @Override
  public int hashCode() {
    return Long.hashCode(records);
  }
}
