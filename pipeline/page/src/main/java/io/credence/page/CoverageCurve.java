package io.credence.page;

import io.credence.evaluation.Figure;
import io.credence.page.drawing.Chart;
import io.credence.page.drawing.Frame;
import io.credence.page.drawing.Label;
import io.credence.page.drawing.Numbers;
import io.credence.page.drawing.Point;
import io.credence.page.drawing.Range;
import io.credence.page.facts.OutputFacts;
import io.credence.score.FigureNames;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.IntToDoubleFunction;
import java.util.stream.Collectors;

/** How many labels lie within the equal-tailed intervals of all probabilities. */
final class CoverageCurve {

  private static final int HALF = OutputFacts.BINS / 2;

  private final OutputFacts output;
  private final CurveInEnvelope curve;

  private CoverageCurve(OutputFacts output) {
    this.output = output;
    // That a PIT of a right model is within p is as probable as that a uniform number is below p.
    this.curve =
        CurveInEnvelope.ofSums(
            output, HALF - 1, i -> output.pit().get(HALF - 1 - i) + output.pit().get(HALF + i));
  }

  static Picture of(OutputFacts output, String id) {
    return new CoverageCurve(output).picture(id);
  }

  private Picture picture(String id) {
    return new Picture(
        "Coverage",
        reading(),
        "The line is the share of labels within the equal-tailed interval of each probability."
            + " Below the dashed diagonal, intervals promise too much; above it, they could be"
            + " narrower. The grey envelope holds the whole line with a probability of 99 % if the"
            + " model is right.",
        chart(id),
        curve.table("interval", "labels within"));
  }

  /** The coverage of an interval that was asked for, exactly. */
  private Optional<Figure> coverage(double level) {
    return output.figure("coverage_" + FigureNames.percent(level));
  }

  private String reading() {
    String levels =
        output.levels().stream()
            .filter(level -> coverage(level).isPresent())
            .map(
                level ->
                    Numbers.percent(level)
                        + " intervals hold "
                        + Numbers.percent(coverage(level).orElseThrow().value()))
            .collect(Collectors.joining(", "));
    return levels.isEmpty() ? "" : levels + " of labels.";
  }

  private Chart chart(String id) {
    Chart chart =
        new Chart(
            id,
            "Coverage of the intervals of " + Label.of(output.name()),
            reading(),
            new Frame(Frame.NUMBERS, 340, new Range(0, 1), new Range(0, 1)));
    chart
        .yAxis("share of labels within")
        .area("band", line(curve::lower), line(curve::upper))
        .line("ref", List.of(new Point(0, 0), new Point(1, 1)))
        .line(curve.stays() ? "curve" : "curve off", line(curve::share));
    for (double level : output.levels()) {
      coverage(level).ifPresent(figure -> chart.dot("dot", new Point(level, figure.value())));
    }
    return chart.xAxis("probability of the interval");
  }

  private List<Point> line(IntToDoubleFunction height) {
    List<Point> line = new ArrayList<>();
    line.add(new Point(0, 0));
    for (int i = 0; i < curve.points(); i++) {
      line.add(new Point(curve.at(i), height.applyAsDouble(i)));
    }
    line.add(new Point(1, 1));
    return line;
  }
}
