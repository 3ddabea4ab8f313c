package io.credence.cli;

import io.credence.cli.command.Command;
import io.credence.cli.command.Console;
import io.credence.cli.command.ExitCode;
import io.credence.cli.command.Guarded;
import io.credence.cli.command.HelpCommand;
import io.credence.cli.command.InspectCommand;
import io.credence.cli.command.ReplayCommand;
import io.credence.cli.command.ScoreCommand;
import io.credence.cli.command.VerifyCommand;
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
    return new Guarded(Credence::choose).run(arguments, console);
  }

  private static ExitCode choose(List<String> arguments, Console console) {
    String name = arguments.isEmpty() ? "help" : arguments.get(0);
    List<String> rest = arguments.subList(Math.min(1, arguments.size()), arguments.size());
    Command command =
        switch (name) {
          case "score" -> new ScoreCommand();
          case "inspect" -> new InspectCommand();
          case "replay" -> new ReplayCommand();
          case "verify" -> new VerifyCommand();
          case "help", "--help", "-h" -> new HelpCommand();
          default -> null;
        };
    if (command == null) {
      return HelpCommand.unknown(name, console);
    }
    // Beam would answer --help with its own options, and end the process.
    return rest.stream().anyMatch(argument -> argument.matches("--help(=.*)?"))
        ? new HelpCommand().run(List.of(name), console)
        : command.run(rest, console);
  }
}
