package io.credence.page;

import io.credence.evaluation.Figure;
import io.credence.page.drawing.Label;
import io.credence.page.facts.OutputFacts;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** How often each class came up, against how often it should. */
final class ClassShares {

  private static final int MOST = 40;
  private static final String SHARE = "share_";

  private ClassShares() {}

  static Optional<Picture> of(OutputFacts output, String id) {
    List<DotRow> all = new ArrayList<>();
    for (Figure figure : output.figures()) {
      if (figure.name().startsWith(SHARE)) {
        double expected =
            output.figure("expected_" + figure.name()).map(Figure::value).orElse(Double.NaN);
        all.add(new DotRow(figure.name().substring(SHARE.length()), figure, expected));
      }
    }
    List<DotRow> rows =
        all.stream()
            .sorted(Comparator.comparingDouble(ClassShares::difference).reversed())
            .limit(MOST)
            .toList();
    return rows.isEmpty() ? Optional.empty() : Optional.of(picture(rows, all.size(), output, id));
  }

  private static double difference(DotRow row) {
    return Math.abs(row.figure().value() - row.expected());
  }

  private static Picture picture(List<DotRow> rows, int all, OutputFacts output, String id) {
    String reading =
        rows.stream().filter(DotRow::isOff).count()
            + " of "
            + rows.size()
            + " classes came up more or less often than predicted"
            + (all > rows.size() ? ", of the " + rows.size() + " that differ most." : ".");
    DotPlot plot = new DotPlot(rows);
    return new Picture(
        "Shares of classes, the most different first",
        reading,
        "Each dot is how often a class came up, with its 95 % interval; the tick is how often it"
            + " was predicted. A diamond is a class whose interval does not hold that.",
        plot.chart(
            id, "Shares of the classes of " + Label.of(output.name()), reading, "share of labels"),
        plot.table("class"));
  }
}
