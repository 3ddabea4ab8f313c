package io.credence.cli.options;

import io.credence.problem.Problems;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.beam.sdk.options.PipelineOptions;
import org.apache.beam.sdk.options.PipelineOptionsFactory;
import org.jspecify.annotations.Nullable;

/**
 * Parses the arguments of a command. Beam stops at the first fault; here each argument is tried by
 * itself first, so that all faults are reported together.
 *
 * @param <O> the options of the command
 */
public final class Arguments<O extends PipelineOptions> {

  private static final Pattern UNKNOWN =
      Pattern.compile("missing a property named '([^']*)'\\.?(.*)", Pattern.DOTALL);
  private static final Pattern MEANT = Pattern.compile("Did you mean '([^']*)'");

  private static final Pattern NO_SUCH_VALUE =
      Pattern.compile("Cannot deserialize value of type [`']java\\.lang\\.(\\w+)[`']");

  private final Class<O> type;
  private final Problems problems = new Problems();

  private Arguments(Class<O> type) {
    this.type = type;
  }

  /**
   * Parses arguments.
   *
   * @param problems receives a line for each fault
   * @return the options, or null when there is a fault
   */
  public static <O extends PipelineOptions> @Nullable O parse(
      Class<O> type, List<String> arguments, Problems problems) {
    Arguments<O> parser = new Arguments<>(type);
    arguments.forEach(parser::tryAlone);
    if (parser.problems.isEmpty()) {
      parser.tryRepeated(arguments);
    }
    problems.addAll(parser.problems);
    return parser.problems.isEmpty() ? parser.parseAll(arguments, problems) : null;
  }

  /** The options that are sound by themselves, where others are not; null when even those clash. */
  public static <O extends PipelineOptions> @Nullable O sound(
      Class<O> type, List<String> arguments) {
    List<String> sound =
        arguments.stream()
            .filter(each -> parse(type, List.of(each), new Problems()) != null)
            .toList();
    return parse(type, sound, new Problems());
  }

  private void tryAlone(String argument) {
    Optional<String> misspelt = Spelling.fault(type, argument);
    if (misspelt.isPresent()) {
      problems.add(misspelt.get());
      return;
    }
    try {
      PipelineOptionsFactory.fromArgs(argument).as(type);
    } catch (RuntimeException e) {
      problems.add(describe(argument, e));
    }
  }

  /** An option may be given several times when it takes several values. */
  private void tryRepeated(List<String> arguments) {
    Map<String, List<String>> byName = new LinkedHashMap<>();
    arguments.forEach(a -> byName.computeIfAbsent(name(a), n -> new ArrayList<>()).add(a));
    byName.forEach(
        (name, repeated) -> {
          try {
            PipelineOptionsFactory.fromArgs(repeated.toArray(String[]::new)).as(type);
          } catch (RuntimeException e) {
            problems.add("--" + name + ": is given " + repeated.size() + " times; give it once");
          }
        });
  }

  private static String name(String argument) {
    return argument.replaceFirst("^--", "").split("=", 2)[0];
  }

  private @Nullable O parseAll(List<String> arguments, Problems allProblems) {
    try {
      return PipelineOptionsFactory.fromArgs(arguments.toArray(String[]::new)).as(type);
    } catch (RuntimeException e) {
      allProblems.add(String.valueOf(e.getMessage()));
      return null;
    }
  }

  private String describe(String argument, RuntimeException fault) {
    String message = String.valueOf(fault.getMessage());
    if (!argument.startsWith("--")) {
      return "'" + argument + "' is no option; options look like --name=value";
    }
    Matcher unknown = UNKNOWN.matcher(message);
    if (unknown.find()) {
      Matcher meant = MEANT.matcher(unknown.group(2));
      return "There is no option --"
          + unknown.group(1)
          + (meant.find() ? " (did you mean --" + meant.group(1) + "?)" : "");
    }
    String name = name(argument);
    return OptionEntry.named(type, name)
        .map(entry -> argument + ": must be " + entry.explained().range())
        .orElse(argument + ": " + plain(firstLine(message)));
  }

  /** Of options that are not ours, the message is that of Beam's parser. */
  private static String plain(String message) {
    Matcher type = NO_SUCH_VALUE.matcher(message);
    return type.find() ? "must be of the type " + type.group(1) : message;
  }

  private static String firstLine(String text) {
    return text.split("\n", 2)[0];
  }
}
