package io.credence.predict;

import com.fasterxml.jackson.core.io.NumberOutput;
import java.math.BigDecimal;
import java.math.BigInteger;
import org.jspecify.annotations.Nullable;

/**
 * What identifies a record, in the one form that it has whatever format delivers it: 17, 17.0 and
 * the decimal 1.7e1 are one key, and so are a real number and the decimal that is written like it.
 * A number and a text are never one key, as far as noise goes; their texts can be alike.
 */
public final class RecordKey {

  /** No long has more digits; asked first, because a decimal can stand for an enormous integer. */
  private static final int LONG_DIGITS = 19;

  private RecordKey() {}

  /** Whether a value can identify a record. */
  public static boolean isOne(@Nullable Object value) {
    return canonical(value) != null;
  }

  /**
   * A key as a text, such as 17 for all of the above.
   *
   * @param key of a record that was scored
   * @throws IllegalArgumentException when it is none
   */
  public static String text(Object key) {
    Object canonical = canonical(key);
    if (canonical == null) {
      throw new IllegalArgumentException("A " + key.getClass() + " is no key");
    }
    return canonical instanceof Double real ? ofReal(real) : canonical.toString();
  }

  private static String ofReal(double real) {
    // As noise has it: -0.0 and 1e5 are integers.
    return real == Math.rint(real) && Math.abs(real) < 0x1p63
        ? Long.toString((long) real)
        : shortest(real);
  }

  /** Java's own text differs by its version: 17 has more digits than it needs for 2e23. */
  private static String shortest(double real) {
    return NumberOutput.toString(real, true);
  }

  /**
   * A key as a Long, a Double or a String; null when it is none: bytes and nested values have no
   * text that identifies them in every format and JVM.
   */
  static @Nullable Object canonical(@Nullable Object key) {
    if (key instanceof Long || key instanceof Double) {
      return key;
    }
    if (key instanceof Integer || key instanceof Short || key instanceof Byte) {
      return ((Number) key).longValue();
    }
    if (key instanceof Float number) {
      return number.doubleValue();
    }
    if (key instanceof BigDecimal decimal) {
      return canonical(decimal);
    }
    if (key instanceof BigInteger integer) {
      return canonical(new BigDecimal(integer));
    }
    return key instanceof Number || key instanceof CharSequence || key instanceof Boolean
        ? key.toString()
        : null;
  }

  /** As the integer or the real number that another format would deliver, where there is one. */
  private static Object canonical(BigDecimal key) {
    BigDecimal shortest = key.stripTrailingZeros();
    double nearest = shortest.doubleValue();
    boolean mayBeLong =
        shortest.scale() <= 0 && shortest.precision() - (long) shortest.scale() <= LONG_DIGITS;
    if (mayBeLong && shortest.toBigInteger().bitLength() < Long.SIZE) {
      return shortest.longValueExact();
    }
    boolean isReal =
        Double.isFinite(nearest) && new BigDecimal(shortest(nearest)).compareTo(shortest) == 0;
    return isReal ? (Object) nearest : shortest.toString();
  }
}
