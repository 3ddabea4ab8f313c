package io.credence.model;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Turns times into numbers: so many units since an origin. A time without a zone is one in UTC.
 *
 * @param unit {@code d}, {@code h}, {@code min}, {@code s} or {@code ms}
 * @param origin the time that is 0
 */
public record TimeScale(String unit, Instant origin) {

  private static final Map<String, Double> SECONDS =
      Map.of("d", 86_400.0, "h", 3_600.0, "min", 60.0, "s", 1.0, "ms", 0.001);

  /** The names of all units, the longest first. */
  public static final List<String> UNITS = List.of("d", "h", "min", "s", "ms");

  /** The time that a date or time stands for; empty when it is neither, nor a text of one. */
  public static Optional<Instant> time(Object value) {
    if (value instanceof Instant instant) {
      return Optional.of(instant);
    }
    if (value instanceof LocalDateTime local) {
      return Optional.of(local.toInstant(ZoneOffset.UTC));
    }
    if (value instanceof LocalDate date) {
      return Optional.of(date.atStartOfDay().toInstant(ZoneOffset.UTC));
    }
    if (value instanceof OffsetDateTime zoned) {
      return Optional.of(zoned.toInstant());
    }
    return value instanceof CharSequence text ? parsed(text.toString()) : Optional.empty();
  }

  /** In the forms of ISO 8601: a date, or a date and time, with or without an offset. */
  private static Optional<Instant> parsed(String text) {
    try {
      if (text.length() <= 10) {
        return Optional.of(LocalDate.parse(text).atStartOfDay().toInstant(ZoneOffset.UTC));
      }
      boolean zoned =
          text.endsWith("Z") || text.lastIndexOf('+') > 10 || text.lastIndexOf('-') > 10;
      return Optional.of(
          zoned
              ? OffsetDateTime.parse(text).toInstant()
              : LocalDateTime.parse(text).toInstant(ZoneOffset.UTC));
    } catch (DateTimeParseException e) {
      // Not a time: the caller says what the text should have been.
      return Optional.empty();
    }
  }

  /** So many units since the origin. */
  public double number(Instant time) {
    Duration since = Duration.between(origin, time);
    return (since.getSeconds() + since.getNano() * 1e-9) / SECONDS.getOrDefault(unit, 1.0);
  }
}
