package io.credence.endtoend;

import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The commands that a page shows, and what it says that they print. */
final class PageCommands {

  private static final Pattern COMMAND = Pattern.compile("^(\\./credence .*)$", Pattern.MULTILINE);
  private static final Pattern OUTPUT = Pattern.compile("\n```\n(.*?)\n```\n", Pattern.DOTALL);

  private PageCommands() {}

  /** Those of a section, up to the next of its kind, each in one line. */
  static List<String> of(String page, String heading) throws IOException {
    List<String> commands = new ArrayList<>();
    Matcher matcher = COMMAND.matcher(section(page, heading).replaceAll("\\\\\n *", ""));
    while (matcher.find()) {
      commands.add(matcher.group(1));
    }
    return commands;
  }

  /** The lines of the first output that a section shows. */
  static List<String> output(String page, String heading) throws IOException {
    Matcher matcher = OUTPUT.matcher(section(page, heading));
    if (!matcher.find()) {
      throw new IllegalArgumentException(page + " shows no output under " + heading);
    }
    return matcher.group(1).lines().toList();
  }

  private static String section(String page, String heading) throws IOException {
    String text = Files.readString(Shell.ROOT.resolve(page));
    int begin = text.indexOf(heading + "\n") + heading.length();
    int end = text.indexOf("\n## ", begin);
    return text.substring(begin, end);
  }
}
