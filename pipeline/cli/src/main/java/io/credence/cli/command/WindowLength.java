package io.credence.cli.command;

import java.time.Duration;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** How long a window is, as options say it: 30s, 5m or 1h. */
final class WindowLength {

  private static final Pattern FORM = Pattern.compile("(\\d{1,6})([smh])");
  private static final Duration LONGEST = Duration.ofDays(1);

  private WindowLength() {}

  /**
   * Reads the length of a window.
   *
   * @throws IllegalArgumentException when it is none, or out of range
   */
  static Duration parse(String text) {
    return parse(text, LONGEST);
  }

  /**
   * Reads a length of time.
   *
   * @throws IllegalArgumentException when it is none, or out of range
   */
  static Duration parse(String text, Duration longest) {
    Matcher matcher = FORM.matcher(text);
    if (!matcher.matches()) {
      throw new IllegalArgumentException(
          "must be a number of seconds, minutes or hours, such as 30s, 5m or 1h");
    }
    long number = Long.parseLong(matcher.group(1));
    Duration length =
        switch (matcher.group(2)) {
          case "s" -> Duration.ofSeconds(number);
          case "m" -> Duration.ofMinutes(number);
          default -> Duration.ofHours(number);
        };
    if (length.isZero() || length.compareTo(longest) > 0) {
      throw new IllegalArgumentException("must be from 1s to " + longest.toHours() + "h");
    }
    return length;
  }
}
