package io.credence.page;

import io.credence.evaluation.Figure;
import io.credence.page.drawing.Label;
import io.credence.page.drawing.Numbers;
import io.credence.page.facts.OutputFacts;
import io.credence.page.facts.SegmentFacts;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** Scores that came up, against what the model itself expects of them. */
final class Scores {

  private static final int MOST_SEGMENTS = 20;

  private static final String KEY =
      "Each dot is the mean that came up, with its 95 % interval; the tick is what the model"
          + " expects. A diamond is a score whose interval does not hold it. To the right of the"
          + " tick, predictions are worse than the model knows; to the left, better.";

  private Scores() {}

  /** The CRPS of all records and of the worst segments. */
  static Optional<Picture> crps(OutputFacts output, String id) {
    List<DotRow> rows = new ArrayList<>();
    add("all records", "crps", output::figure, rows);
    List<SegmentFacts> worst = SegmentOrder.worstFirst(output.segments());
    for (SegmentFacts each : worst.subList(0, Math.min(MOST_SEGMENTS, worst.size()))) {
      add(each.name(), "crps", each::figure, rows);
    }
    return picture("CRPS, realised against expected", "records", "mean CRPS", rows, output, id);
  }

  /** The scores of classes. */
  static Optional<Picture> ofClasses(OutputFacts output, String id) {
    List<DotRow> rows = new ArrayList<>();
    add("log score", "log_score", output::figure, rows);
    add("Brier score", "brier", output::figure, rows);
    return picture("Scores, realised against expected", "score", "mean score", rows, output, id);
  }

  private static void add(
      String name, String figure, Function<String, Optional<Figure>> figures, List<DotRow> rows) {
    Optional<Figure> expected = figures.apply("expected_" + figure);
    figures
        .apply(figure)
        // An infinite score, of an impossible label, has no place on an axis.
        .filter(value -> Math.abs(value.value()) <= Double.MAX_VALUE)
        .ifPresent(
            value ->
                rows.add(new DotRow(name, value, expected.map(Figure::value).orElse(Double.NaN))));
  }

  private static Optional<Picture> picture(
      String heading, String name, String axis, List<DotRow> rows, OutputFacts output, String id) {
    if (rows.isEmpty()) {
      return Optional.empty();
    }
    DotPlot plot = new DotPlot(rows);
    String reading = reading(rows.get(0));
    return Optional.of(
        new Picture(
            heading,
            reading,
            KEY,
            plot.chart(id, heading + ", of " + Label.of(output.name()), reading, axis),
            plot.table(name)));
  }

  private static String reading(DotRow row) {
    return Double.isNaN(row.expected())
        ? ""
        : "For %s, the mean is %s, and the model expects %s."
            .formatted(row.name(), Numbers.of(row.figure().value()), Numbers.of(row.expected()));
  }
}
