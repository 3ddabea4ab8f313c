package io.credence.server.options;

import io.credence.cli.text.OptionText;
import io.credence.cli.text.Paragraph;
import java.util.ArrayList;
import java.util.List;

/** What {@code credence help serve} says. */
public final class ServeHelp {

  private ServeHelp() {}

  /** Its lines. */
  public static List<String> lines() {
    List<String> lines = new ArrayList<>();
    lines.add("credence serve: scores records over HTTP. Options:");
    lines.add("");
    for (ServeOption option : ServeOption.values()) {
      OptionText text =
          new OptionText(
              option.option(),
              option.description(),
              option.range().words(),
              option.byDefault(),
              option.example());
      lines.addAll(text.lines());
    }
    lines.add("");
    lines.addAll(
        Paragraph.of(
            "Exit codes: 1 it failed; 2 a model or the request is wrong; 143 SIGTERM stopped it, as"
                + " Java ends then."));
    return lines;
  }
}
