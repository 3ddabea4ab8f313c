package io.credence.page;

import io.credence.decision.Look;
import io.credence.page.drawing.Chart;
import io.credence.page.drawing.Frame;
import io.credence.page.drawing.Point;
import io.credence.page.drawing.Range;
import java.util.List;
import java.util.function.ToDoubleFunction;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;

/**
 * A figure at one look after the other.
 *
 * @param looks at which the figure is finite, at least two
 * @param records how many there are at a look
 * @param figure its value
 */
record LookCurve(List<Look> looks, ToDoubleFunction<Look> records, ToDoubleFunction<Look> figure) {

  private static final int MOST_ROWS = 40;

  /** An empty chart with room for all values, and for some more. */
  Chart chart(String id, String title, String reading, DoubleStream more) {
    Range heights = Range.around(DoubleStream.concat(looks.stream().mapToDouble(figure), more));
    return new Chart(id, title, reading, new Frame(Frame.NUMBERS, 260, across(), heights));
  }

  private Range across() {
    return new Range(0, records.applyAsDouble(looks.get(looks.size() - 1)));
  }

  /** The last look and others at equal distances before it, for a table; the first ones first. */
  static List<Look> some(List<Look> looks) {
    int step = (looks.size() + MOST_ROWS - 1) / MOST_ROWS;
    return IntStream.range(0, looks.size())
        .filter(i -> (looks.size() - 1 - i) % step == 0)
        .mapToObj(looks::get)
        .toList();
  }

  /** The values, or others of the same looks. */
  List<Point> line(ToDoubleFunction<Look> height) {
    return looks.stream()
        .map(look -> new Point(records.applyAsDouble(look), height.applyAsDouble(look)))
        .toList();
  }

  /** A level line, from the first record on. */
  List<Point> level(double height) {
    return List.of(new Point(0, height), new Point(across().to(), height));
  }
}
