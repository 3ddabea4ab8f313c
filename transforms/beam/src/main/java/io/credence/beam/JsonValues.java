package io.credence.beam;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.math.BigDecimal;
import java.math.BigInteger;

/**
 * Single values as JSON, the same for records of every format: numbers in plain notation with all
 * their digits, NaN and infinities as the texts {@code "NaN"}, {@code "Infinity"} and {@code
 * "-Infinity"}, bytes as Base64, and the text of everything else.
 */
public final class JsonValues {

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
      out.writeNumber(decimal.toPlainString());
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
}
