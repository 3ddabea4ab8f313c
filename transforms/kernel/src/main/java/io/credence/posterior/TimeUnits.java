package io.credence.posterior;

import io.credence.problem.Excerpt;
import io.jhdf.api.Dataset;
import io.jhdf.object.datatype.FloatingPoint;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * How a variable stores time, by the conventions for climate and forecast files (CF) that xarray
 * follows: a duration as a number of {@code units}, a date as such a duration {@code since} another
 * date. The writer chooses the unit by the values, so the stored numbers mean nothing by
 * themselves.
 *
 * @param nanos the length of a unit
 * @param since the date that is counted from; null for a duration
 * @param what the variable, for messages
 */
record TimeUnits(long nanos, @Nullable LocalDateTime since, String what) {

  private static final BigDecimal NANOS_PER_SECOND = BigDecimal.valueOf(1_000_000_000);

  private static final Pattern SINCE = Pattern.compile("\\s*(\\w+)\\s+since\\s+([-+]?\\d.*)");

  private static final Map<String, Long> NANOS =
      Map.of(
          "day", 86_400_000_000_000L,
          "hour", 3_600_000_000_000L,
          "minute", 60_000_000_000L,
          "second", 1_000_000_000L,
          "millisecond", 1_000_000L,
          "microsecond", 1_000L,
          "nanosecond", 1L);

  /** Those that have no leap seconds and are Gregorian, at least from 1582 on. */
  private static final List<String> CALENDARS =
      List.of("proleptic_gregorian", "standard", "gregorian");

  private static final LocalDateTime GREGORIAN = LocalDateTime.of(1582, 10, 15, 0, 0);

  /**
   * The units of a variable; empty when it does not store time.
   *
   * @throws UnreadableException when it does, but in a way that can't be read, or may do so
   */
  static Optional<TimeUnits> of(Dataset dataset) throws UnreadableException {
    String what = "variable " + dataset.getPath();
    String units = Attributes.text(dataset, "units").orElse("");
    Matcher since = SINCE.matcher(units);
    if (since.matches()) {
      requireCalendar(dataset, what);
      LocalDateTime reference = ReferenceDate.parse(since.group(2), what);
      return Optional.of(new TimeUnits(length(since.group(1), what), reference, what));
    }
    if (Attributes.text(dataset, "dtype").filter(d -> d.startsWith("timedelta64")).isPresent()) {
      return Optional.of(new TimeUnits(length(units.strip(), what), null, what));
    }
    if (units.endsWith("s") && NANOS.containsKey(unit(units)) && isInteger(dataset)) {
      throw new UnreadableException(
          ("%s has whole numbers and the attribute units '%s': a number of %s, or a timedelta64,"
                  + " whose unit xarray chooses. For a number, delete the attribute units; for a"
                  + " duration, divide it by np.timedelta64(1, 's') before saving")
              .formatted(what, units, units));
    }
    return Optional.empty();
  }

  private static boolean isInteger(Dataset dataset) {
    return !(dataset.getDataType() instanceof FloatingPoint);
  }

  private static String unit(String units) {
    return units.endsWith("s") ? units.substring(0, units.length() - 1) : units;
  }

  private static long length(String units, String what) throws UnreadableException {
    Long length = NANOS.get(unit(units));
    if (length == null) {
      throw new UnreadableException(
          "%s must store time in days, hours, minutes, seconds or parts of a second, but has the units '%s'. Convert it with ds[name].astype(\"datetime64[ns]\") before saving"
              .formatted(what, Excerpt.of(units)));
    }
    return length;
  }

  private static void requireCalendar(Dataset dataset, String what) throws UnreadableException {
    String calendar = Attributes.text(dataset, "calendar").orElse("standard");
    if (!CALENDARS.contains(calendar)) {
      throw new UnreadableException(
          "%s must have dates of the Gregorian calendar, but has the calendar '%s'. Convert them with ds.convert_calendar(\"standard\"), or to text, before saving"
              .formatted(what, Excerpt.of(calendar)));
    }
  }

  /** Makes seconds of stored numbers: of a duration, or since 1970-01-01 of a date. */
  void toSeconds(double[] values) {
    Instant date = since == null ? Instant.EPOCH : since.toInstant(ZoneOffset.UTC);
    double origin = date.getEpochSecond() + date.getNano() / 1e9;
    for (int i = 0; i < values.length; i++) {
      double value = values[i] == Long.MIN_VALUE ? Double.NaN : values[i];
      values[i] =
          (nanos >= 1_000_000_000L ? value * (nanos / 1e9) : value / (1e9 / nanos)) + origin;
    }
  }

  /** A duration in seconds, without an exponent and trailing zeros. */
  String seconds(BigDecimal stored) {
    BigDecimal seconds = inNanos(stored).divide(NANOS_PER_SECOND);
    return seconds.signum() == 0 ? "0" : seconds.stripTrailingZeros().toPlainString();
  }

  LocalDateTime date(BigDecimal stored, LocalDateTime reference) throws UnreadableException {
    BigDecimal[] parts = inNanos(stored).divideAndRemainder(NANOS_PER_SECOND);
    try {
      LocalDateTime date =
          reference.plusSeconds(parts[0].longValueExact()).plusNanos(parts[1].longValueExact());
      if (date.isBefore(GREGORIAN) || date.getYear() > 9999) {
        throw new UnreadableException(
            "%s must have dates from 1582-10-15 to the year 9999, but has %s"
                .formatted(what, date));
      }
      return date;
    } catch (DateTimeException | ArithmeticException e) {
      throw new UnreadableException(
          "%s must have dates up to the year 9999, but has one far beyond".formatted(what), e);
    }
  }

  private BigDecimal inNanos(BigDecimal stored) {
    return stored.multiply(BigDecimal.valueOf(nanos)).setScale(0, RoundingMode.HALF_EVEN);
  }
}
