package io.credence.cli.text;

import java.util.ArrayList;
import java.util.List;

/**
 * What the help says of an option.
 *
 * @param name without the leading dashes
 * @param description what it means
 * @param range which values it takes
 * @param byDefault what it is when it is left out
 * @param example as it would be typed
 */
public record OptionText(
    String name, String description, String range, String byDefault, String example) {

  private static final String INDENT = "      ";

  /** Name, meaning, range, default and an example, in lines that fit a terminal. */
  public List<String> lines() {
    List<String> lines = new ArrayList<>();
    lines.add("  --" + name);
    lines.addAll(Paragraph.indented(INDENT, description));
    lines.addAll(Paragraph.indented(INDENT, "Range: " + range + "."));
    lines.addAll(Paragraph.indented(INDENT, "Default: " + byDefault + "."));
    lines.addAll(Paragraph.indented(INDENT, "Example: " + example));
    return lines;
  }
}
