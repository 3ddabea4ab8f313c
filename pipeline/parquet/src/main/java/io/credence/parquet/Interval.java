package io.credence.parquet;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import org.apache.parquet.io.api.Binary;

/** Parquet's INTERVAL: three unsigned numbers, none of which can be turned into another. */
record Interval(long months, long days, long millis) {

  static Interval of(Binary bytes) {
    ByteBuffer buffer = bytes.toByteBuffer().order(ByteOrder.LITTLE_ENDIAN);
    return new Interval(unsigned(buffer), unsigned(buffer), unsigned(buffer));
  }

  private static long unsigned(ByteBuffer buffer) {
    return Integer.toUnsignedLong(buffer.getInt());
  }
}
