package io.credence.cli.options;

import org.apache.beam.sdk.options.PipelineOptions;

/** Explains the options of a command. */
public final class HelpText {

  private static final int WIDTH = 78;
  private static final String INDENT = "      ";

  private HelpText() {}

  /** Name, meaning, range, default and an example of each option. */
  public static String of(Class<? extends PipelineOptions> options) {
    StringBuilder text = new StringBuilder();
    for (OptionEntry entry : OptionEntry.of(options)) {
      text.append("  --").append(entry.name()).append('\n');
      append(text, entry.description());
      append(text, "Range: " + entry.explained().range() + ".");
      append(text, "Default: " + entry.explained().byDefault() + ".");
      append(text, "Example: " + entry.explained().example());
    }
    return text.toString();
  }

  /** Adds a paragraph, broken at spaces. */
  private static void append(StringBuilder text, String paragraph) {
    int column = WIDTH;
    for (String word : paragraph.split(" ", -1)) {
      if (column + 1 + word.length() > WIDTH) {
        text.append(text.charAt(text.length() - 1) == '\n' ? "" : "\n").append(INDENT).append(word);
        column = INDENT.length() + word.length();
      } else {
        text.append(' ').append(word);
        column += 1 + word.length();
      }
    }
    text.append('\n');
  }
}
