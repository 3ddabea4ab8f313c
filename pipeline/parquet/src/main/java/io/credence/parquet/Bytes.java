package io.credence.parquet;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.UUID;
import org.apache.parquet.io.api.Binary;

/** What bytes in a file stand for; bytes that do not fit are given as they are. */
final class Bytes {

  private static final int JULIAN_DAY_OF_EPOCH = 2_440_588;

  /** Enough for {@link Decimals#MOST_DIGITS}. */
  private static final int DECIMAL_BITS = 4 * Decimals.MOST_DIGITS;

  private Bytes() {}

  /**
   * Two's complement, the most significant byte first. Writing digits takes time that grows with
   * their square, so what has many more than a column can have stays bytes.
   */
  static Object decimal(Binary bytes, int scale) {
    if (bytes.length() == 0) {
      return bytes;
    }
    BigInteger unscaled = new BigInteger(bytes.getBytesUnsafe());
    return unscaled.bitLength() > DECIMAL_BITS ? bytes : new BigDecimal(unscaled, scale);
  }

  static UUID uuid(Binary bytes) {
    ByteBuffer buffer = bytes.toByteBuffer();
    return new UUID(buffer.getLong(), buffer.getLong());
  }

  /** Nanoseconds of the day, then the Julian day. The type does not say whether this is UTC. */
  static LocalDateTime int96(Binary bytes) {
    ByteBuffer buffer = bytes.toByteBuffer().order(ByteOrder.LITTLE_ENDIAN);
    long nanos = buffer.getLong();
    return LocalDate.ofEpochDay((long) buffer.getInt() - JULIAN_DAY_OF_EPOCH)
        .atStartOfDay()
        .plusNanos(nanos);
  }

  /** IEEE 754 half precision: 1 sign bit, 5 bits of exponent, 10 bits of fraction. */
  static float float16(Binary bytes) {
    int bits = bytes.toByteBuffer().order(ByteOrder.LITTLE_ENDIAN).getShort();
    int exponent = bits >> 10 & 0x1f;
    int fraction = bits & 0x3ff;
    float size =
        switch (exponent) {
          case 0 -> Math.scalb((float) fraction, -24);
          case 0x1f -> fraction == 0 ? Float.POSITIVE_INFINITY : Float.NaN;
          default -> Math.scalb((float) (fraction | 0x400), exponent - 25);
        };
    return bits < 0 ? -size : size;
  }
}
