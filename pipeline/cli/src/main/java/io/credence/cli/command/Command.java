package io.credence.cli.command;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.beam.sdk.options.PipelineOptions;

/**
 * Something that a person can ask for. A new one is a class that says all of itself, and its line
 * in {@link Commands}.
 */
public interface Command {

  /** The word that asks for it. */
  String name();

  /** What it does, in words that follow its name, such as "scores records". */
  String summary();

  /** How it is asked for: its required options, as they would be typed behind its name. */
  String usage();

  /** Its options, which the help explains. */
  Class<? extends PipelineOptions> options();

  /** What the help says beneath the options, a line each. */
  default List<String> remarks() {
    return List.of();
  }

  /** What each exit code that it may end with means. */
  Map<ExitCode, String> exitCodes();

  /** The option whose value may stand without its name, such as {@code --output}. */
  default Optional<String> operand() {
    return Optional.empty();
  }

  /** Runs the command. */
  ExitCode run(Request request, Console console);
}
