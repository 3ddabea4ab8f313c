package io.credence.cli.command;

import java.io.IOException;
import java.util.List;

/**
 * A command whose user sees one line in place of a stack trace, also when it fails in a way that
 * was not foreseen, and an exit code that is not 0 when not all that it prints can be written.
 *
 * @param command what is run
 */
public record Guarded(Command command) implements Command {

  /** What a reader leaves behind that has read enough, such as {@code head}. */
  private static final String READ_ENOUGH = "Broken pipe";

  /** Has the threads of libraries fail in one line, too. */
  public static void threads(Console console) {
    Thread.setDefaultUncaughtExceptionHandler(
        (thread, e) -> Failures.report("The thread " + thread.getName() + " failed: ", e, console));
  }

  @Override
  public ExitCode run(List<String> arguments, Console console) {
    try {
      return written(command.run(arguments, console), console);
    } catch (RuntimeException | Error e) {
      Failures.report("Credence failed: ", e, console);
      return ExitCode.JOB_FAILED;
    }
  }

  private static ExitCode written(ExitCode exit, Console console) {
    IOException failure = console.out().failure();
    if (failure == null || READ_ENOUGH.equals(failure.getMessage())) {
      return exit;
    }
    console.err().println("The report can't be printed: " + Failures.line(failure));
    return exit == ExitCode.DONE ? ExitCode.JOB_FAILED : exit;
  }
}
