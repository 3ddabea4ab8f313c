package io.credence.cli.text;

import java.util.ArrayList;
import java.util.List;

/** A text that is broken at spaces into lines that fit a terminal. */
public final class Paragraph {

  private static final int WIDTH = 78;

  private Paragraph() {}

  /** The lines of a text. */
  public static List<String> of(String text) {
    return indented("", text);
  }

  /** The lines of a text, each behind an indent. */
  public static List<String> indented(String indent, String text) {
    List<String> lines = new ArrayList<>();
    StringBuilder line = new StringBuilder(indent);
    for (String word : text.split(" ", -1)) {
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
