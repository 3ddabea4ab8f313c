package io.credence.messages.avro;

import java.math.BigDecimal;
import java.math.BigInteger;
import org.apache.avro.LogicalTypes;

/**
 * Whether the bytes of a decimal hold no more digits than its schema allows. To find the digits of
 * a million bytes takes a quarter of a minute, so bytes are counted first.
 */
final class DecimalDigits {

  /** As many as JSON's parser takes, so that what is written can be read again. */
  static final int MAX = 1_000;

  private static final double BITS_OF_DIGIT = Math.log(10) / Math.log(2);

  private DecimalDigits() {}

  /** How many digits a value of a type may have. */
  static int allowed(LogicalTypes.Decimal type) {
    return Math.min(type.getPrecision(), MAX);
  }

  /**
   * Whether a number has at most so many digits.
   *
   * @param bytes its two's complement, big-endian
   */
  static boolean fit(byte[] bytes, int from, int length, int digits) {
    int skipped = padding(bytes, from, length);
    int bits = (length - skipped) * Byte.SIZE - 1;
    double most = digits * BITS_OF_DIGIT;
    if (bits <= (int) most) {
      return true;
    }
    if (bits - Byte.SIZE > most) {
      return false;
    }
    BigInteger unscaled = new BigInteger(bytes, from + skipped, length - skipped);
    return new BigDecimal(unscaled).precision() <= digits;
  }

  /** How many bytes in front only repeat the sign. */
  private static int padding(byte[] bytes, int from, int length) {
    int skipped = 0;
    while (skipped + 1 < length
        && bytes[from + skipped] == bytes[from + skipped + 1] >> (Byte.SIZE - 1)) {
      skipped++;
    }
    return skipped;
  }
}
