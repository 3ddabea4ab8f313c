package io.credence.page;

import io.credence.evaluation.Calibration.Verdict;
import io.credence.evaluation.Figure;
import io.credence.page.drawing.Label;
import io.credence.page.drawing.Numbers;
import io.credence.page.facts.OutputFacts;
import io.credence.page.facts.SegmentFacts;
import io.credence.score.FigureNames;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Coverage in segments, or accuracy where there are classes: the worst segments first. */
final class Segments {

  private static final int MOST = 40;

  private final OutputFacts output;
  private final List<SegmentFacts> worst;

  private Segments(OutputFacts output) {
    this.output = output;
    this.worst = SegmentOrder.worstFirst(output.segments());
  }

  /** The picture; none where no segment has the figure. */
  static Optional<Picture> of(OutputFacts output, String id) {
    Segments segments = new Segments(output);
    List<DotRow> rows = segments.rows();
    return rows.isEmpty() ? Optional.empty() : Optional.of(segments.picture(rows, id));
  }

  private boolean hasClasses() {
    return output.figure("accuracy").isPresent();
  }

  private double level() {
    return output.levels().isEmpty() ? Double.NaN : output.levels().get(output.levels().size() - 1);
  }

  private String figure() {
    return hasClasses() ? "accuracy" : "coverage_" + FigureNames.percent(level());
  }

  private double expected(SegmentFacts segment) {
    return hasClasses()
        ? segment.figure("expected_accuracy").map(Figure::value).orElse(Double.NaN)
        : level();
  }

  private List<DotRow> rows() {
    List<DotRow> rows = new ArrayList<>();
    if (!hasClasses() && output.levels().isEmpty()) {
      return rows;
    }
    for (SegmentFacts each : worst) {
      if (rows.size() < MOST) {
        each.figure(figure())
            .ifPresent(value -> rows.add(new DotRow(each.name(), value, expected(each))));
      }
    }
    return rows;
  }

  private Picture picture(List<DotRow> rows, String id) {
    String axis =
        hasClasses()
            ? "accuracy"
            : "labels within the " + Numbers.percent(level()) + " equal-tailed interval";
    return new Picture(
        "Segments, the worst first",
        reading(),
        "Each dot is a segment with its 95 % interval; the tick is what the model expects. A"
            + " diamond is a segment whose interval does not hold it: of right ones, about one in"
            + " twenty. The verdicts in the table allow for the number of segments.",
        new DotPlot(rows).chart(id, "Segments of " + Label.of(output.name()), reading(), axis),
        table());
  }

  private String reading() {
    long surely = count(Verdict.MISCALIBRATED);
    String found =
        surely == 0
            ? "No segment is surely miscalibrated"
            : Numbers.count(surely)
                + " of "
                + Numbers.count(worst.size())
                + (surely == 1 ? " segments is miscalibrated" : " segments are miscalibrated");
    long few = count(Verdict.INSUFFICIENT);
    return few == 0 ? found + "." : found + "; with too few labels: " + Numbers.count(few) + ".";
  }

  private long count(Verdict verdict) {
    return worst.stream().filter(each -> each.calibration().verdict() == verdict).count();
  }

  private Table table() {
    Table table =
        new Table(
            List.of("segment", "labels", figure(), "from", "to", "verdict"),
            MOST,
            "in segments.parquet");
    for (SegmentFacts each : worst) {
      Optional<Figure> figure = each.figure(figure());
      table.row(
          each.name(),
          Numbers.count(each.records()),
          figure.map(value -> Numbers.of(value.value())).orElse(Numbers.NONE),
          figure.map(value -> Numbers.of(value.lower())).orElse(Numbers.NONE),
          figure.map(value -> Numbers.of(value.upper())).orElse(Numbers.NONE),
          Evidence.inShort(each.calibration()));
    }
    return table;
  }
}
