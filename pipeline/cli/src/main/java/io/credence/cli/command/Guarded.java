package io.credence.cli.command;

import io.credence.cli.text.Printer;
import java.io.IOException;
import java.util.function.Supplier;

/**
 * Runs what a user asked for, who sees one line in place of a stack trace, also when it fails in a
 * way that was not foreseen, and an exit code that is not 0 when not all that it prints can be
 * written.
 */
public final class Guarded {

  /** What a reader leaves behind that has read enough, such as {@code head}. */
  private static final String READ_ENOUGH = "Broken pipe";

  private Guarded() {}

  /** Has the threads of libraries fail in one line, too. */
  public static void threads(Console console) {
    Thread.setDefaultUncaughtExceptionHandler(
        (thread, e) -> Failures.report("The thread " + thread.getName() + " failed: ", e, console));
  }

  /** Runs something that may fail. */
  static ExitCode run(Supplier<ExitCode> what, Console console) {
    try {
      return what.get();
    } catch (RuntimeException | Error e) {
      Failures.report("Credence failed: ", e, console);
      return ExitCode.JOB_FAILED;
    }
  }

  /** The exit code of what has ended with one, and whose results were printed. */
  static ExitCode printed(ExitCode exit, Console console) {
    return printed(exit, console.out(), console);
  }

  static ExitCode printed(ExitCode exit, Printer results, Console console) {
    IOException failure = results.failure();
    if (failure == null || READ_ENOUGH.equals(failure.getMessage())) {
      return exit;
    }
    console.problem("The report can't be printed: " + Failures.line(failure));
    return exit == ExitCode.DONE ? ExitCode.JOB_FAILED : exit;
  }
}
