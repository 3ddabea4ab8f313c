package io.credence.page;

import io.credence.page.drawing.Chart;
import io.credence.page.drawing.Frame;
import io.credence.page.drawing.Label;
import io.credence.page.drawing.Numbers;
import io.credence.page.drawing.Point;
import io.credence.page.drawing.Range;
import java.util.List;
import java.util.stream.DoubleStream;

/** Figures beneath one another, each with its interval and with what it should be. */
final class DotPlot {

  private static final int ROW = 20;
  private static final int AROUND = 74;
  private static final int NAMES = 200;

  /** Columns that fit into it, if letters are as wide as the widest usual ones. */
  private static final int NAME_COLUMNS = 26;

  /** Half the height of a mark. */
  private static final double MARK = 0.34;

  private final List<DotRow> rows;

  /**
   * A plot of rows, the first one on top.
   *
   * @param rows at least one
   */
  DotPlot(List<DotRow> rows) {
    this.rows = rows;
  }

  Chart chart(String id, String title, String description, String axis) {
    Frame frame =
        new Frame(
            NAMES, AROUND + ROW * rows.size(), Range.around(values()), new Range(0, rows.size()));
    Chart chart = new Chart(id, title, description, frame).xAxis(axis);
    for (int i = 0; i < rows.size(); i++) {
      draw(rows.get(i), rows.size() - i - 0.5, chart);
    }
    return chart;
  }

  private DoubleStream values() {
    return rows.stream()
        .flatMapToDouble(
            row -> DoubleStream.of(row.figure().value(), row.lower(), row.upper(), row.expected()));
  }

  private static void draw(DotRow row, double y, Chart chart) {
    chart.rowName(y, Label.of(row.name(), NAME_COLUMNS));
    if (!Double.isNaN(row.expected())) {
      chart.straight(
          "expected", new Point(row.expected(), y - MARK), new Point(row.expected(), y + MARK));
    }
    String off = row.isOff() ? " off" : "";
    chart.straight("whisker" + off, new Point(row.lower(), y), new Point(row.upper(), y));
    Point value = new Point(row.figure().value(), y);
    if (row.isOff()) {
      chart.diamond("dot off", value);
    } else {
      chart.dot("dot", value);
    }
  }

  Table table(String name) {
    Table table = Table.whole(List.of(name, "value", "from", "to", "expected", ""));
    for (DotRow row : rows) {
      table.row(
          row.name(),
          Numbers.of(row.figure().value()),
          Numbers.of(row.figure().lower()),
          Numbers.of(row.figure().upper()),
          Numbers.of(row.expected()),
          row.isOff() ? "off" : "");
    }
    return table;
  }
}
