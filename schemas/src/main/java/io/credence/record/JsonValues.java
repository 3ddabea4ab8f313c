package io.credence.record;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.math.BigDecimal;
import java.math.BigInteger;

/**
 * Single values as JSON, the same for records of every format: numbers with all their digits, in
 * plain notation unless that takes more than a thousand zeros, NaN and infinities as the texts
 * {@code "NaN"}, {@code "Infinity"} and {@code "-Infinity"}, bytes as Base64, and the text of
 * everything else.
 */
public final class JsonValues {

  /** Of zeros that the scale of a decimal may add: a few bytes could announce any number. */
  private static final int MAX_ZEROS = 1_000;

  private JsonValues() {}

  /** Writes one value. */
  public static void write(Object value, JsonGenerator out) throws IOException {
    if (value instanceof Boolean bool) {
      out.writeBoolean(bool);
    } else if (value instanceof Long || value instanceof Integer) {
      out.writeNumber(((Number) value).longValue());
    } else if (value instanceof BigInteger integer) {
      out.writeNumber(integer);
    } else if (value instanceof BigDecimal decimal) {
      out.writeNumber(text(decimal));
    } else if (value instanceof Double number && Double.isFinite(number)) {
      out.writeNumber(number);
    } else if (value instanceof Float number && Float.isFinite(number)) {
      out.writeNumber(number);
    } else if (value instanceof byte[] bytes) {
      out.writeBinary(bytes);
    } else {
      out.writeString(value.toString());
    }
  }

  private static String text(BigDecimal decimal) {
    boolean plain = Math.abs((long) decimal.scale()) <= MAX_ZEROS;
    return plain ? decimal.toPlainString() : decimal.toString();
  }
}
