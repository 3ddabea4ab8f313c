package io.credence.cli.command;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The commands that there are.
 *
 * @param all in the order of the help
 */
public record Commands(List<Command> all) {

  /** A new command is a line here. */
  public static final Commands ALL =
      new Commands(
          List.of(
              new ScoreCommand(), //
              new AggregateCommand(),
              new EvaluateCommand(),
              new ReportCommand(),
              new InspectCommand(),
              new ReplayCommand(),
              new VerifyCommand(),
              new RegistryCommand()));

  /** It answers without Beam, and so from a jar of its own, which the launcher starts. */
  private static final String SERVE = "serve";

  private static final List<String> HELP = List.of("help", "--help", "-h");

  /**
   * Runs a command, whose user sees one line in place of a stack trace, whatever fails.
   *
   * @param arguments its name and its options; without any, help is shown
   */
  public ExitCode run(List<String> arguments, Console console) {
    return Guarded.run(() -> choose(arguments, console), console);
  }

  private ExitCode choose(List<String> arguments, Console console) {
    String name = arguments.isEmpty() ? HELP.get(0) : arguments.get(0);
    List<String> rest = arguments.subList(Math.min(1, arguments.size()), arguments.size());
    if (HELP.contains(name)) {
      return Guarded.printed(help(rest, console), console);
    }
    // Beam would answer --help with its own options, and end the process.
    if (rest.stream().anyMatch(argument -> argument.matches("--help(=.*)?"))) {
      return Guarded.printed(help(List.of(name), console), console);
    }
    if (name.equals(SERVE)) {
      return elsewhere(console);
    }
    Optional<Command> command = named(name);
    return command.isPresent()
        ? new ReportedCommand(command.get()).run(rest, console)
        : unknown(name, console);
  }

  private ExitCode help(List<String> about, Console console) {
    if (about.isEmpty() || HELP.contains(about.get(0))) {
      Help.overview(all).forEach(console::println);
      return ExitCode.DONE;
    }
    if (about.get(0).equals(SERVE)) {
      return elsewhere(console);
    }
    if (about.get(0).equals(ModelHelp.NAME)) {
      ModelHelp.lines().forEach(console::println);
      return ExitCode.DONE;
    }
    Optional<Command> command = named(about.get(0));
    command.ifPresent(found -> Help.about(found).forEach(console::println));
    return command.isPresent() ? ExitCode.DONE : unknown(about.get(0), console);
  }

  private static ExitCode elsewhere(Console console) {
    return console.refuse(
        List.of(
            "'serve' is in a jar of its own: ./credence serve, or java -jar credence-server.jar"
                + " serve; credence help serve explains it there"));
  }

  private Optional<Command> named(String name) {
    return all.stream().filter(command -> command.name().equals(name)).findFirst();
  }

  private ExitCode unknown(String name, Console console) {
    String names =
        Stream.concat(all.stream().map(Command::name), Stream.of(SERVE, HELP.get(0)))
            .collect(Collectors.joining(", "));
    return console.refuse(
        List.of("There is no command '%s'; there are: %s".formatted(name, names)));
  }
}
