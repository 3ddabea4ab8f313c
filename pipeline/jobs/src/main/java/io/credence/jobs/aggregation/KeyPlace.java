package io.credence.jobs.aggregation;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.Comparator;

/**
 * The key of a record that is in the sums, and where the record is. Those of one key stand
 * together.
 *
 * @param high the first half of what identifies the record by its key
 * @param low the second half
 * @param split the position of its split
 * @param row its position in the file, from 0
 */
record KeyPlace(long high, long low, int split, long row) implements Comparable<KeyPlace> {

  private static final Comparator<KeyPlace> ORDER =
      Comparator.comparingLong(KeyPlace::high)
          .thenComparingLong(KeyPlace::low)
          .thenComparingInt(KeyPlace::split)
          .thenComparingLong(KeyPlace::row);

  /** The place of a record by its identity, which has 16 bytes. */
  static KeyPlace of(byte[] recordId, int split, long row) {
    ByteBuffer id = ByteBuffer.wrap(recordId);
    return new KeyPlace(id.getLong(), id.getLong(), split, row);
  }

  boolean hasKeyOf(KeyPlace other) {
    return high == other.high && low == other.low;
  }

  @Override
  public int compareTo(KeyPlace other) {
    return ORDER.compare(this, other);
  }

  void writeTo(DataOutput out) throws IOException {
    out.writeLong(high);
    out.writeLong(low);
    out.writeInt(split);
    out.writeLong(row);
  }

  static KeyPlace readFrom(DataInput in) throws IOException {
    return new KeyPlace(in.readLong(), in.readLong(), in.readInt(), in.readLong());
  }
}
