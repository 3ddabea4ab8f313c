package io.credence.server.options;

import io.credence.problem.Suggestion;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The options of a server, each within its range. Immutable. */
public final class ServeOptions {

  private final Map<ServeOption, String> given;

  private ServeOptions(Map<ServeOption, String> given) {
    this.given = given;
  }

  /**
   * Parses arguments such as {@code --port=8000}.
   *
   * @param problems receives a line for each fault
   * @return the options; those with a fault have their defaults
   */
  public static ServeOptions parse(List<String> arguments, List<String> problems) {
    Map<ServeOption, String> given = new EnumMap<>(ServeOption.class);
    arguments.forEach(argument -> take(argument, given, problems));
    if (!given.containsKey(ServeOption.MODEL)) {
      problems.add("--model is required; credence help serve explains it");
    }
    return new ServeOptions(given);
  }

  private static void take(String argument, Map<ServeOption, String> given, List<String> problems) {
    if (!argument.startsWith("--")) {
      problems.add("'" + argument + "' is no option; options look like --name=value");
      return;
    }
    int equals = argument.indexOf('=');
    String name = argument.substring(2, equals < 0 ? argument.length() : equals);
    Optional<ServeOption> option = ServeOption.named(name);
    if (option.isEmpty()) {
      problems.add("There is no option --" + name + meant(name));
      return;
    }
    String value = value(option.get(), argument, equals);
    if (value == null) {
      problems.add(argument + ": must be " + option.get().range().words());
    } else if (given.putIfAbsent(option.get(), value) != null) {
      problems.add("--" + name + ": is given twice; give it once");
    }
  }

  /** Null when it is none that the option takes. A flag alone is true. */
  private static @Nullable String value(ServeOption option, String argument, int equals) {
    if (equals < 0) {
      return option.range().kind() == ValueRange.Kind.FLAG ? "true" : null;
    }
    String value = argument.substring(equals + 1);
    return option.range().accepts(value) ? value : null;
  }

  private static String meant(String name) {
    return Suggestion.didYouMean(
        name, Arrays.stream(ServeOption.values()).map(ServeOption::option).toList());
  }

  /** The value of an option as it was typed, or its default; empty when it has neither. */
  public Optional<String> text(ServeOption option) {
    return Optional.ofNullable(given.get(option)).or(option::defaultValue);
  }

  /** The value of an option that has a default and takes whole numbers. */
  public long number(ServeOption option) {
    return Long.parseLong(text(option).orElseThrow());
  }

  /** The value of an option that has a default and takes whole numbers below 2^31. */
  public int integer(ServeOption option) {
    return Math.toIntExact(number(option));
  }

  /** Whether a flag is set. */
  public boolean is(ServeOption option) {
    return text(option).map(Boolean::parseBoolean).orElse(false);
  }

  /** The values of an option that takes several, with commas between them. */
  public List<String> list(ServeOption option) {
    return text(option).stream()
        .flatMap(all -> Arrays.stream(all.split(",", -1)))
        .map(String::strip)
        .toList();
  }
}
