package io.credence.streaming;

import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What the user asks for.
 *
 * @param rate flights per second, 1 to 1,000,000
 * @param seconds for how long, at least 1
 * @param port where the broker listens; 0 for any that is free
 */
record Request(int rate, int seconds, int port) {

  static final String USAGE = "./run.sh [--rate=1000] [--seconds=60] [--port=0]";

  private static final Pattern OPTION = Pattern.compile("--([a-z]+)=(\\d{1,9})");

  /**
   * Understands arguments.
   *
   * @throws IllegalArgumentException when they make no sense; the message says which, and why
   */
  static Request parse(List<String> arguments) {
    int rate = 1000;
    int seconds = 60;
    int port = 0;
    for (String argument : arguments) {
      Matcher option = OPTION.matcher(argument);
      if (!option.matches()) {
        throw new IllegalArgumentException(argument + ": is no option; " + USAGE);
      }
      int value = Integer.parseInt(option.group(2));
      switch (option.group(1)) {
        case "rate" -> rate = within(argument, value, 1, 1_000_000);
        case "seconds" -> seconds = within(argument, value, 1, 1_000_000);
        case "port" -> port = within(argument, value, 0, 65_535);
        default -> throw new IllegalArgumentException(argument + ": is no option; " + USAGE);
      }
    }
    return new Request(rate, seconds, port);
  }

  private static int within(String argument, int value, int least, int most) {
    if (value < least || value > most) {
      throw new IllegalArgumentException(
          String.format(Locale.ROOT, "%s: must be between %,d and %,d", argument, least, most));
    }
    return value;
  }

  long flights() {
    return (long) rate * seconds;
  }
}
