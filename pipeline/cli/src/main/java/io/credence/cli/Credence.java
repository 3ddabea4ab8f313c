package io.credence.cli;

import io.credence.cli.command.Commands;
import io.credence.cli.command.Console;
import io.credence.cli.command.ExitCode;
import io.credence.cli.command.Guarded;
import io.credence.jobs.runner.GivenArguments;
import io.credence.jobs.runner.Runner;
import io.credence.jobs.runner.Runners;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The entry point of every runnable jar. */
public final class Credence {

  private Credence() {}

  /**
   * Runs a command and ends the process with its exit code.
   *
   * @throws RuntimeException in place of an exit code other than 0, when the process is not ours to
   *     end: when a Flink client or a JobManager runs this program
   */
  public static void main(String[] args) {
    List<String> arguments = Arrays.asList(args);
    Runner runner = around(arguments);
    if (runner == null) {
      Console console = Console.ofProcess();
      Guarded.threads(console);
      System.exit(run(arguments, console).number());
    } else {
      runAround(runner, arguments);
    }
  }

  /** The runner that started this program; null when none did. */
  private static @Nullable Runner around(List<String> arguments) {
    Runner runner = Runners.of(new GivenArguments(arguments));
    return runner.isAround() ? runner : null;
  }

  private static void runAround(Runner runner, List<String> arguments) {
    ByteArrayOutputStream said = new ByteArrayOutputStream();
    PrintStream err = new PrintStream(said, true, StandardCharsets.UTF_8);
    ExitCode exit = run(arguments, new Console(System.out, err, false));
    if (exit != ExitCode.DONE) {
      throw runner.failure(said.toString(StandardCharsets.UTF_8).strip());
    }
    System.err.print(said.toString(StandardCharsets.UTF_8));
  }

  /**
   * Runs a command.
   *
   * @param arguments its name and its options; without any, help is shown
   */
  public static ExitCode run(List<String> arguments, Console console) {
    return Commands.ALL.run(arguments, console);
  }
}
