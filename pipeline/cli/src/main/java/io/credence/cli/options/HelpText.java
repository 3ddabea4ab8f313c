package io.credence.cli.options;

import java.util.ArrayList;
import java.util.List;
import org.apache.beam.sdk.options.PipelineOptions;

/** Explains the options of a command, in lines that fit a terminal. */
public final class HelpText {

  private static final int WIDTH = 78;
  private static final String INDENT = "      ";

  private HelpText() {}

  /** Name, meaning, range, default and an example of each option. */
  public static List<String> of(Class<? extends PipelineOptions> options) {
    List<String> lines = new ArrayList<>();
    for (OptionEntry entry : OptionEntry.of(options)) {
      lines.add("  --" + entry.name());
      lines.addAll(broken(INDENT, entry.description()));
      lines.addAll(broken(INDENT, "Range: " + entry.explained().range() + "."));
      lines.addAll(broken(INDENT, "Default: " + entry.explained().byDefault() + "."));
      lines.addAll(broken(INDENT, "Example: " + entry.explained().example()));
    }
    return lines;
  }

  /** A paragraph, broken at spaces. */
  public static List<String> paragraph(String text) {
    return broken("", text);
  }

  private static List<String> broken(String indent, String paragraph) {
    List<String> lines = new ArrayList<>();
    StringBuilder line = new StringBuilder(indent);
    for (String word : paragraph.split(" ", -1)) {
      if (line.length() > indent.length() && line.length() + 1 + word.length() > WIDTH) {
        lines.add(line.toString());
        line = new StringBuilder(indent);
      }
      line.append(line.length() > indent.length() ? " " : "").append(word);
    }
    lines.add(line.toString());
    return lines;
  }
}
