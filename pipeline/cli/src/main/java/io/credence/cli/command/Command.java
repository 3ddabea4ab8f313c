package io.credence.cli.command;

import java.util.List;

/** Something that a person can ask for. */
public interface Command {

  /**
   * Runs the command.
   *
   * @param arguments what stood behind its name
   */
  ExitCode run(List<String> arguments, Console console);
}
