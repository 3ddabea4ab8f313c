package io.credence.pipeline.command;

import java.util.List;

/**
 * A command whose user sees one line in place of a stack trace, also when it fails in a way that
 * nobody thought of.
 *
 * @param command what is run
 */
public record Guarded(Command command) implements Command {

  @Override
  public ExitCode run(List<String> arguments, Console console) {
    try {
      return command.run(arguments, console);
    } catch (RuntimeException | VirtualMachineError e) {
      Failures.report("Credence failed: ", e, console);
      return ExitCode.JOB_FAILED;
    }
  }
}
