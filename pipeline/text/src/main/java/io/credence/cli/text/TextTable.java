package io.credence.cli.text;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/** Columns of text, aligned to the right. */
public final class TextTable {

  /** A cell that is wider would push the others off the screen. */
  private static final int WIDEST = 60;

  private final List<List<Excerpt>> rows = new ArrayList<>();

  public TextTable(List<String> header) {
    add(header);
  }

  public void add(List<String> cells) {
    rows.add(cells.stream().map(cell -> Excerpt.of(cell, WIDEST)).toList());
  }

  /** The table, a line for each row. */
  public List<String> lines() {
    int[] widths = widths();
    return rows.stream().map(row -> line(row, widths)).toList();
  }

  private int[] widths() {
    return IntStream.range(0, rows.get(0).size())
        .map(column -> rows.stream().mapToInt(row -> row.get(column).width()).max().orElse(0))
        .toArray();
  }

  private static String line(List<Excerpt> row, int[] widths) {
    StringBuilder line = new StringBuilder();
    for (int i = 0; i < row.size(); i++) {
      line.append(i == 0 ? "" : "  ").append(" ".repeat(widths[i] - row.get(i).width()));
      line.append(row.get(i).text());
    }
    return line.toString();
  }
}
