package io.credence.cli.command;

import io.credence.cli.options.HelpText;
import io.credence.cli.text.Paragraph;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** What {@code credence help [COMMAND]} says, from what each command says of itself. */
final class Help {

  private static final List<String> ABOUT =
      List.of(
          "Credence scores records with a Bayesian model: each gets posterior predictive",
          "samples, and of these a median, highest-density intervals and a histogram.",
          "");

  private Help() {}

  /** The usage of each command. */
  static List<String> overview(List<Command> commands) {
    int width = commands.stream().mapToInt(command -> command.name().length()).max().orElse(0);
    List<String> lines = new ArrayList<>(ABOUT);
    for (Command command : commands) {
      lines.add(usage(command.name(), width, command.usage()));
    }
    lines.add(usage("serve", width, "--model=FOLDER"));
    String names = commands.stream().map(Command::name).collect(Collectors.joining(" | "));
    lines.add(usage("help", width, "[" + names + " | serve | " + ModelHelp.NAME + "]"));
    return lines;
  }

  private static String usage(String name, int width, String arguments) {
    return "  credence " + name + " ".repeat(Math.max(0, width - name.length())) + " " + arguments;
  }

  /** A command and its options. */
  static List<String> about(Command command) {
    List<String> lines = new ArrayList<>();
    lines.add("credence " + command.name() + ": " + command.summary() + ". Options:");
    lines.add("");
    lines.addAll(HelpText.of(command.options()));
    lines.add("");
    lines.addAll(command.remarks());
    lines.addAll(Paragraph.of("Exit codes: " + exitCodes(command) + "."));
    return lines;
  }

  private static String exitCodes(Command command) {
    return new TreeMap<>(command.exitCodes())
        .entrySet().stream()
            .map(code -> code.getKey().number() + " " + code.getValue())
            .collect(Collectors.joining("; "));
  }
}
