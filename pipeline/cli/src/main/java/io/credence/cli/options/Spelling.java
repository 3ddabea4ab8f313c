package io.credence.cli.options;

import java.util.Optional;
import java.util.regex.Pattern;
import org.apache.beam.sdk.options.PipelineOptions;

/**
 * Faults of an argument that Beam would overlook: it takes {@code --input} for a file named true,
 * nothing for a folder, digits of any script for a number, and letters that the machine could not
 * read for a name.
 */
final class Spelling {

  /** What Java puts in place of bytes that it can't read as letters. */
  private static final char UNREAD = '\ufffd';

  private static final Pattern NUMBER =
      Pattern.compile("[+-]?([0-9]+\\.?[0-9]*|\\.[0-9]+)([eE][+-]?[0-9]+)?|NaN|[+-]?Infinity");

  /** As far as an int reaches. */
  private static final Pattern WHOLE = Pattern.compile("[+-]?[0-9]{1,9}");

  private Spelling() {}

  /**
   * The fault of an argument, if it has one.
   *
   * @param type the options of the command
   */
  static Optional<String> fault(Class<? extends PipelineOptions> type, String argument) {
    if (argument.indexOf(UNREAD) >= 0) {
      return Optional.of(
          argument
              + ": has letters that the encoding of this machine ("
              + System.getProperty("sun.jnu.encoding")
              + ") can't read; LC_ALL=C.UTF-8 sets another one");
    }
    if (!argument.startsWith("--")) {
      return Optional.empty();
    }
    int equals = argument.indexOf('=');
    String name = argument.substring(2, equals < 0 ? argument.length() : equals);
    Optional<OptionEntry> entry = OptionEntry.named(type, name);
    if (equals < 0) {
      return entry
          .filter(option -> !option.isFlag())
          .map(option -> argument + ": lacks a value; must be " + option.explained().range());
    }
    String value = argument.substring(equals + 1);
    if (value.isEmpty() && entry.filter(OptionEntry::mayBeEmpty).isPresent()) {
      return Optional.empty();
    }
    if (value.isBlank()) {
      return Optional.of(
          entry
              .map(option -> argument + ": must be " + option.explained().range())
              .orElse(argument + ": is empty; give it a value, or leave it out"));
    }
    PerOutput perOutput = entry.map(OptionEntry::perOutput).orElse(null);
    if (perOutput != null ? arePerOutput(value, perOutput) : areNumbers(value)) {
      return Optional.empty();
    }
    if (entry.isEmpty() && ForeignOption.isNumeric(type, name)) {
      return Optional.of(argument + ": must be a number, in the digits 0 to 9");
    }
    return entry
        .filter(option -> option.isNumeric() || option.perOutput() != null)
        .map(option -> argument + ": must be " + option.explained().range());
  }

  private static boolean arePerOutput(String value, PerOutput perOutput) {
    for (String part : value.split(",", -1)) {
      String number = part.substring(part.indexOf(':') + 1).strip();
      if (!(perOutput.whole() ? WHOLE : NUMBER).matcher(number).matches()) {
        return false;
      }
    }
    return true;
  }

  private static boolean areNumbers(String value) {
    for (String number : value.split(",", -1)) {
      if (!NUMBER.matcher(number.strip()).matches()) {
        return false;
      }
    }
    return true;
  }
}
