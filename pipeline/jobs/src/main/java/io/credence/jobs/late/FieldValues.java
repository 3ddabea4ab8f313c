package io.credence.jobs.late;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import org.apache.beam.sdk.coders.DoubleCoder;
import org.apache.beam.sdk.coders.StringUtf8Coder;
import org.apache.beam.sdk.coders.VarLongCoder;
import org.jspecify.annotations.Nullable;

/**
 * Values of fields as bytes, such that a model reads the same of them as of the record: kinds of
 * numbers stay apart, and so do texts and what no feature accepts.
 */
final class FieldValues {

  private static final StringUtf8Coder TEXT = StringUtf8Coder.of();
  private static final VarLongCoder WHOLE = VarLongCoder.of();
  private static final DoubleCoder REAL = DoubleCoder.of();

  /** Kinds of values, with the letters that stand for them in bytes. */
  private enum Kind {
    NONE('-'),
    FALSE('f'),
    TRUE('t'),
    INTEGER('i'),
    LONG('l'),
    FLOAT('r'),
    DOUBLE('d'),
    BIG_INTEGER('I'),
    BIG_DECIMAL('D'),
    TEXT('s'),
    LIST('a'),
    INSTANT('z'),
    DATE('y'),
    DATE_TIME('m'),
    OFFSET_DATE_TIME('o'),
    OTHER('x');

    private final char letter;

    Kind(char letter) {
      this.letter = letter;
    }

    static Kind of(int letter) throws IOException {
      for (Kind kind : values()) {
        if (kind.letter == letter) {
          return kind;
        }
      }
      throw new IOException("These bytes are no value of a field");
    }

    static Kind ofValue(@Nullable Object value) {
      if (value == null) {
        return NONE;
      }
      if (value instanceof Boolean truth) {
        return truth ? TRUE : FALSE;
      }
      if (value instanceof Number) {
        return ofNumber(value);
      }
      if (value instanceof CharSequence) {
        return TEXT;
      }
      return value instanceof List ? LIST : ofTime(value);
    }

    private static Kind ofNumber(Object value) {
      if (value instanceof Integer) {
        return INTEGER;
      }
      if (value instanceof Long) {
        return LONG;
      }
      if (value instanceof Float) {
        return FLOAT;
      }
      if (value instanceof Double) {
        return DOUBLE;
      }
      if (value instanceof BigInteger) {
        return BIG_INTEGER;
      }
      return value instanceof BigDecimal ? BIG_DECIMAL : OTHER;
    }

    private static Kind ofTime(Object value) {
      if (value instanceof Instant) {
        return INSTANT;
      }
      if (value instanceof LocalDate) {
        return DATE;
      }
      if (value instanceof LocalDateTime) {
        return DATE_TIME;
      }
      return value instanceof OffsetDateTime ? OFFSET_DATE_TIME : OTHER;
    }
  }

  /** A value that no feature accepts. */
  private record Other(String text) {

    @Override
    public String toString() {
      return text;
    }
  }

  private FieldValues() {}

  static void write(@Nullable Object value, OutputStream out) throws IOException {
    out.write(Kind.ofValue(value).letter);
    if (value instanceof List<?> list) {
      WHOLE.encode((long) list.size(), out);
      for (Object each : list) {
        write(each, out);
      }
    } else if (value instanceof Integer || value instanceof Long) {
      WHOLE.encode(((Number) value).longValue(), out);
    } else if (value instanceof Double || value instanceof Float) {
      REAL.encode(((Number) value).doubleValue(), out);
    } else if (value != null && !(value instanceof Boolean)) {
      TEXT.encode(value.toString(), out);
    }
  }

  static @Nullable Object read(InputStream in) throws IOException {
    return switch (Kind.of(in.read())) {
      case NONE -> null;
      case FALSE -> false;
      case TRUE -> true;
      case INTEGER -> WHOLE.decode(in).intValue();
      case LONG -> WHOLE.decode(in);
      case FLOAT -> REAL.decode(in).floatValue();
      case DOUBLE -> REAL.decode(in);
      case BIG_INTEGER -> new BigInteger(TEXT.decode(in));
      case BIG_DECIMAL -> new BigDecimal(TEXT.decode(in));
      case TEXT -> TEXT.decode(in);
      case LIST -> list(in);
      case INSTANT -> Instant.parse(TEXT.decode(in));
      case DATE -> LocalDate.parse(TEXT.decode(in));
      case DATE_TIME -> LocalDateTime.parse(TEXT.decode(in));
      case OFFSET_DATE_TIME -> OffsetDateTime.parse(TEXT.decode(in));
      case OTHER -> new Other(TEXT.decode(in));
    };
  }

  private static List<@Nullable Object> list(InputStream in) throws IOException {
    List<@Nullable Object> list = new ArrayList<>();
    for (long left = WHOLE.decode(in); left > 0; left--) {
      list.add(read(in));
    }
    return list;
  }
}
