package io.credence.jobs.labels;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;

/**
 * What one split has under one key. Its rows are gathered there, so that a key that all rows share
 * travels once for each split.
 */
sealed interface KeyEntry extends Blocks.Entry {

  /** Which entries have one key. */
  String key();

  /**
   * Records.
   *
   * @param group in which they are
   * @param row the first of them in the group, from 0
   * @param several whether there are more in this split
   */
  record OfRecords(String key, int group, int row, boolean several) implements KeyEntry {

    OfRecords oneMore() {
      return new OfRecords(key, group, row, true);
    }

    @Override
    public void writeTo(DataOutput out) throws IOException {
      out.writeBoolean(true);
      Text.write(key, out);
      out.writeInt(group);
      out.writeInt(row);
      out.writeBoolean(several);
    }
  }

  /**
   * Labels.
   *
   * @param count how many there are in this split
   * @param first one of them
   */
  record OfLabels(String key, long count, FoundLabels first) implements KeyEntry {

    OfLabels oneMore() {
      return new OfLabels(key, count + 1, first);
    }

    @Override
    public void writeTo(DataOutput out) throws IOException {
      out.writeBoolean(false);
      Text.write(key, out);
      out.writeLong(count);
      first.writeTo(out);
    }
  }

  static KeyEntry readFrom(DataInput in) throws IOException {
    return in.readBoolean()
        ? new OfRecords(Text.read(in), in.readInt(), in.readInt(), in.readBoolean())
        : new OfLabels(Text.read(in), in.readLong(), FoundLabels.readFrom(in));
  }

  /**
   * Which of some buckets a key is in: by the upper bits of its hash times the golden ratio, which
   * spreads keys that are numbered.
   */
  static int bucket(String key, int buckets) {
    return (int) ((Integer.toUnsignedLong(key.hashCode() * 0x9E3779B1) * buckets) >>> Integer.SIZE);
  }
}
