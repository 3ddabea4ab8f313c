package io.credence.cli.text;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Names and their values, a line each, with the values beneath one another. */
public final class Fields {

  private final String format;
  private final List<String> lines = new ArrayList<>();

  /**
   * Begins with no line.
   *
   * @param width how many columns the names take, with the space behind them
   */
  public Fields(int width) {
    this.format = "%-" + (width - 1) + "s %s";
  }

  public Fields add(String name, String value) {
    lines.add(format.formatted(name, value));
    return this;
  }

  public Fields add(String name, long count) {
    return add(name, String.format(Locale.ROOT, "%,d", count));
  }

  /** A line for a sum, and an indented one for each of its parts. */
  public Fields add(String name, long count, Map<String, Long> parts) {
    add(name, count);
    parts.forEach((part, n) -> add("  " + part, n));
    return this;
  }

  public List<String> lines() {
    return List.copyOf(lines);
  }
}
