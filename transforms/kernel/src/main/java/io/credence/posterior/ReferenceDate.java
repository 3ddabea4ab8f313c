package io.credence.posterior;

import io.credence.problem.Excerpt;
import java.time.DateTimeException;
import java.time.LocalDateTime;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The date from which a variable counts its units, as xarray and others write it. */
final class ReferenceDate {

  private static final Pattern PATTERN =
      Pattern.compile(
          "(\\d{1,4})-(\\d{1,2})-(\\d{1,2})"
              + "(?:[ T](\\d{1,2}):(\\d{1,2})(?::(\\d{1,2})(?:\\.(\\d{1,9}))?)?)?"
              + "(?: ?(?:Z|UTC|\\+00:?00))?\\s*");

  private ReferenceDate() {}

  static LocalDateTime parse(String text, String what) throws UnreadableException {
    Matcher matcher = PATTERN.matcher(text);
    try {
      if (matcher.matches()) {
        String fraction = matcher.group(7) == null ? "0" : matcher.group(7);
        return LocalDateTime.of(
            number(matcher.group(1)),
            number(matcher.group(2)),
            number(matcher.group(3)),
            number(matcher.group(4)),
            number(matcher.group(5)),
            number(matcher.group(6)),
            number((fraction + "00000000").substring(0, 9)));
      }
    } catch (DateTimeException e) {
      throw unknown(text, what, e);
    }
    throw unknown(text, what, null);
  }

  private static int number(@Nullable String digits) {
    return digits == null ? 0 : Integer.parseInt(digits);
  }

  private static UnreadableException unknown(
      String text, String what, @Nullable DateTimeException cause) {
    return new UnreadableException(
        "%s must count time since a date in UTC such as 2024-03-01 or 2024-03-01 12:30:00, but has '%s'"
            .formatted(what, Excerpt.of(text)),
        cause);
  }
}
