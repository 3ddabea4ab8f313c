package io.credence.pipeline.command;

import java.util.ArrayList;
import java.util.List;

/** Columns of text, aligned to the right. */
final class TextTable {

  private final List<List<String>> rows = new ArrayList<>();

  TextTable(List<String> header) {
    rows.add(List.copyOf(header));
  }

  void add(List<String> cells) {
    rows.add(List.copyOf(cells));
  }

  /** The table, a line for each row. */
  String table() {
    StringBuilder text = new StringBuilder();
    for (List<String> row : rows) {
      for (int i = 0; i < row.size(); i++) {
        text.append(i == 0 ? "" : "  ").append(" ".repeat(width(i) - row.get(i).length()));
        text.append(row.get(i));
      }
      text.append('\n');
    }
    return text.toString();
  }

  private int width(int column) {
    return rows.stream().mapToInt(row -> row.get(column).length()).max().orElse(0);
  }
}
