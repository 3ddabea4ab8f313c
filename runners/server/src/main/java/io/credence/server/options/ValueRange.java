package io.credence.server.options;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Which values an option takes.
 *
 * @param words for the help and for messages
 * @param kind what they are
 * @param least the smallest, of whole numbers
 * @param most the largest, of whole numbers
 */
record ValueRange(String words, Kind kind, long least, long most) {

  enum Kind {
    TEXT,
    PATH,
    PATHS,
    WHOLE,
    FLAG
  }

  /** Digits of ASCII alone: Java takes those of any script. */
  private static final Pattern WHOLE = Pattern.compile("[+-]?[0-9]{1,19}");

  private static final Pattern FLAG = Pattern.compile("true|false");

  static ValueRange text(String words) {
    return new ValueRange(words, Kind.TEXT, 0, 0);
  }

  static ValueRange path(String words) {
    return new ValueRange(words, Kind.PATH, 0, 0);
  }

  /** Paths with commas between them. */
  static ValueRange paths(String words) {
    return new ValueRange(words, Kind.PATHS, 0, 0);
  }

  static ValueRange whole(long least, long most) {
    String words =
        least == Long.MIN_VALUE ? "a whole number" : "from %s to %s".formatted(least, most);
    return new ValueRange(words, Kind.WHOLE, least, most);
  }

  static ValueRange flag() {
    return new ValueRange("true or false", Kind.FLAG, 0, 0);
  }

  boolean accepts(String value) {
    return switch (kind) {
      case TEXT -> !value.isBlank();
      case PATH -> isPath(value);
      case PATHS -> Arrays.stream(value.split(",", -1)).allMatch(ValueRange::isPath);
      case FLAG -> FLAG.matcher(value).matches();
      case WHOLE -> number(value).filter(each -> each >= least && each <= most).isPresent();
    };
  }

  /**
   * Some names are none on some machines, such as accents where Java knows English letters only.
   */
  private static boolean isPath(String value) {
    try {
      return !value.isBlank() && !Path.of(value).toString().isEmpty();
    } catch (InvalidPathException e) {
      return false;
    }
  }

  private static Optional<Long> number(String value) {
    if (!WHOLE.matcher(value).matches()) {
      return Optional.empty();
    }
    try {
      return Optional.of(Long.valueOf(value));
    } catch (NumberFormatException e) {
      // Nineteen digits can be more than a long holds.
      return Optional.empty();
    }
  }
}
