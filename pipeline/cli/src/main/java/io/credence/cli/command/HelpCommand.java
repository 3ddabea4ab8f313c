package io.credence.cli.command;

import io.credence.cli.options.HelpText;
import io.credence.cli.options.ModelOptions;
import io.credence.cli.options.ReplayOptions;
import io.credence.cli.options.ScoreOptions;
import io.credence.cli.options.VerifyOptions;
import java.util.List;

/** {@code credence help [COMMAND]}. */
public final class HelpCommand implements Command {

  private static final String OVERVIEW =
      """
      Credence scores records with a Bayesian model: each gets posterior predictive
      samples, and of these a median, highest-density intervals and a histogram.

        credence score   --model=FOLDER --input=FILES --output=FOLDER [--option=value …]
        credence inspect --model=FOLDER
        credence replay  --deadLetters=TOPIC|FILES --output=TOPIC [--option=value …]
        credence verify  FOLDER
        credence help    [score | inspect | replay | verify]
      """;

  @Override
  public ExitCode run(List<String> arguments, Console console) {
    String about = arguments.isEmpty() ? "" : arguments.get(0);
    switch (about) {
      case "", "help", "--help", "-h" -> print(OVERVIEW, console);
      case "score" -> {
        console.out().println("credence score: scores records. Options:");
        console.out().println();
        print(HelpText.of(ScoreOptions.class), console);
        console.out().println();
        console.out().println("Options of Beam and of its runners work beside these, such as");
        console.out().println("--targetParallelism=4 for the number of threads on one machine, or");
        console.out().println("--flinkMaster=HOST:PORT --parallelism=16 for a Flink cluster.");
        console.out().println("CREDENCE_JAVA_OPTS holds options for Java, such as -Xmx4g, or");
        console.out().println("-Dcredence.debug=true for the stack trace of a failure.");
        console.out().println("Exit codes: 0 done; 1 the job failed; 2 the request is wrong;");
        console.out().println("3 too many dead letters.");
      }
      case "inspect" -> {
        console.out().println("credence inspect: says what a model is. Options:");
        console.out().println();
        print(HelpText.of(ModelOptions.class), console);
      }
      case "replay" -> {
        console.out().println("credence replay: sends dead letters to a stream again. Options:");
        console.out().println();
        print(HelpText.of(ReplayOptions.class), console);
        console.out().println();
        console.out().println("Exit codes: 0 done; 1 the replay failed; 2 the request is wrong.");
      }
      case "verify" -> {
        console.out().println("credence verify: compares results with their manifest. Options:");
        console.out().println();
        print(HelpText.of(VerifyOptions.class), console);
        console.out().println();
        console.out().println("Exit codes: 0 all files are as the manifest says; 1 some are not;");
        console.out().println("2 there is nothing to compare them with.");
      }
      default -> {
        return unknown(about, console);
      }
    }
    return ExitCode.DONE;
  }

  /** Refuses a command that does not exist. */
  public static ExitCode unknown(String name, Console console) {
    console.problems(
        List.of(
            "There is no command '" + name + "'; there are: score, inspect, replay, verify, help"));
    return ExitCode.WRONG_REQUEST;
  }

  /** Line by line: a line of ours never holds a break. */
  private static void print(String text, Console console) {
    text.lines().forEach(console.out()::println);
  }
}
