package io.credence.page;

import io.credence.page.drawing.Chart;
import io.credence.page.drawing.Frame;
import io.credence.page.drawing.Label;
import io.credence.page.drawing.Numbers;
import io.credence.page.drawing.Point;
import io.credence.page.drawing.Range;
import io.credence.page.facts.ExampleFact;
import io.credence.page.facts.OutputFacts;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;

/** Some predictions with their labels, from the smallest to the greatest. */
final class Fan {

  /** As many as are told apart. */
  private static final int MOST = 50;

  private final OutputFacts output;
  private final List<ExampleFact> shown;

  private Fan(OutputFacts output) {
    this.output = output;
    List<ExampleFact> sorted =
        output.examples().stream()
            .sorted(
                Comparator.comparingDouble(ExampleFact::median)
                    .thenComparingDouble(ExampleFact::label))
            .toList();
    int count = Math.min(MOST, sorted.size());
    // The middle of each of so many equal parts: quantiles of the predictions.
    this.shown =
        IntStream.range(0, count)
            .mapToObj(i -> sorted.get((int) ((2L * i + 1) * sorted.size() / (2L * count))))
            .toList();
  }

  static Picture of(OutputFacts output, String id) {
    return new Fan(output).picture(id);
  }

  private Picture picture(String id) {
    return new Picture(
        "Predictions and labels",
        reading(),
        "Each bar is a prediction: its equal-tailed intervals of "
            + levels()
            + ", the narrower the darker, and its median as a line. Dots are labels, and diamonds"
            + " labels outside the widest interval. The records were chosen by a hash, and then by"
            + " quantiles of the median.",
        chart(id),
        table());
  }

  private String levels() {
    return String.join(", ", output.levels().stream().map(Numbers::percent).toList());
  }

  private boolean isOutside(ExampleFact example) {
    int widest = output.levels().size() - 1;
    return widest >= 0
        && (example.label() < example.lower().get(widest)
            || example.label() > example.upper().get(widest));
  }

  private String reading() {
    return shown.stream().filter(this::isOutside).count()
        + " of "
        + shown.size()
        + " labels lie outside the widest interval.";
  }

  private Chart chart(String id) {
    Range heights =
        Range.around(
            shown.stream()
                .flatMapToDouble(
                    each ->
                        DoubleStream.concat(
                            DoubleStream.of(each.label(), each.median()),
                            DoubleStream.concat(
                                each.lower().stream().mapToDouble(Double::doubleValue),
                                each.upper().stream().mapToDouble(Double::doubleValue)))));
    Chart chart =
        new Chart(
            id,
            "Predictions and labels of " + Label.of(output.name()),
            reading(),
            new Frame(Frame.NUMBERS + 8, 320, new Range(0, shown.size() + 1.0), heights));
    chart.yAxis("label and prediction");
    for (int i = 0; i < shown.size(); i++) {
      draw(shown.get(i), i + 1, chart);
    }
    return chart.xAxis("records, by their predicted median");
  }

  private void draw(ExampleFact each, int x, Chart chart) {
    for (int i = output.levels().size() - 1; i >= 0; i--) {
      chart.straight("fan", new Point(x, each.lower().get(i)), new Point(x, each.upper().get(i)));
    }
    chart.straight("median", new Point(x - 0.3, each.median()), new Point(x + 0.3, each.median()));
    Point label = new Point(x, each.label());
    if (isOutside(each)) {
      chart.diamond("dot off", label);
    } else {
      chart.dot("label", label);
    }
  }

  private Table table() {
    List<String> header = new ArrayList<>(List.of("record", "label", "median"));
    for (double level : output.levels()) {
      header.add(Numbers.percent(level) + " from");
      header.add("to");
    }
    header.add("");
    Table table = Table.whole(header);
    for (int i = 0; i < shown.size(); i++) {
      table.row(Integer.toString(i + 1), cells(shown.get(i)));
    }
    return table;
  }

  private String[] cells(ExampleFact each) {
    List<String> cells =
        new ArrayList<>(List.of(Numbers.of(each.label()), Numbers.of(each.median())));
    for (int i = 0; i < output.levels().size(); i++) {
      cells.add(Numbers.of(each.lower().get(i)));
      cells.add(Numbers.of(each.upper().get(i)));
    }
    cells.add(isOutside(each) ? "outside" : "");
    return cells.toArray(String[]::new);
  }
}
