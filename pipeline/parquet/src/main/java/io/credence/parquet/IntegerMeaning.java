package io.credence.parquet;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneOffset;
import org.apache.parquet.schema.LogicalTypeAnnotation.TimeUnit;

/** What an integer in a file stands for. */
@FunctionalInterface
interface IntegerMeaning {

  long NANOS = 1_000_000_000L;

  IntegerMeaning NUMBER = Long::valueOf;

  IntegerMeaning UNSIGNED =
      value -> value >= 0 ? (Object) value : new BigInteger(Long.toUnsignedString(value));

  IntegerMeaning DATE = LocalDate::ofEpochDay;

  Object of(long value);

  static IntegerMeaning decimal(int scale) {
    return value -> BigDecimal.valueOf(value, scale);
  }

  static IntegerMeaning time(TimeUnit unit, boolean utc) {
    long nanos = NANOS / perSecond(unit);
    return value -> {
      try {
        LocalTime time = LocalTime.ofNanoOfDay(Math.multiplyExact(value, nanos));
        return utc ? time.atOffset(ZoneOffset.UTC) : time;
      } catch (DateTimeException | ArithmeticException e) {
        return value;
      }
    };
  }

  static IntegerMeaning timestamp(TimeUnit unit, boolean utc) {
    long perSecond = perSecond(unit);
    return value -> {
      long seconds = Math.floorDiv(value, perSecond);
      int nanos = (int) (Math.floorMod(value, perSecond) * (NANOS / perSecond));
      return utc
          ? Instant.ofEpochSecond(seconds, nanos)
          : LocalDateTime.ofEpochSecond(seconds, nanos, ZoneOffset.UTC);
    };
  }

  private static long perSecond(TimeUnit unit) {
    return switch (unit) {
      case MILLIS -> 1_000L;
      case MICROS -> 1_000_000L;
      case NANOS -> NANOS;
    };
  }
}
