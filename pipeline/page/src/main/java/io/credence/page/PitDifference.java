package io.credence.page;

import io.credence.page.drawing.Chart;
import io.credence.page.drawing.Frame;
import io.credence.page.drawing.Label;
import io.credence.page.drawing.Numbers;
import io.credence.page.drawing.Point;
import io.credence.page.drawing.Range;
import io.credence.page.facts.OutputFacts;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntToDoubleFunction;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;

/** What the PIT's distribution function exceeds that of uniform numbers by, with its envelope. */
final class PitDifference {

  private final OutputFacts output;
  private final CurveInEnvelope curve;

  private PitDifference(OutputFacts output) {
    this.output = output;
    this.curve = CurveInEnvelope.ofSums(output, OutputFacts.BINS - 1, output.pit()::get);
  }

  static Picture of(OutputFacts output, String id) {
    return new PitDifference(output).picture(id);
  }

  private Picture picture(String id) {
    return new Picture(
        "PIT ECDF difference",
        reading(),
        "The line is the share of labels below each predicted quantile, less what was predicted."
            + " Above 0, too many labels are that low. It stays within the grey envelope"
            + " everywhere with a probability of 99 % if the model is right.",
        chart(id),
        curve.table("predicted", "labels below"));
  }

  private String reading() {
    int worst = curve.farthest();
    String farthest =
        "It is farthest from 0 at "
            + Numbers.of(curve.at(worst))
            + ": "
            + Numbers.percent(curve.share(worst))
            + " of labels are below their predicted "
            + Numbers.percent(curve.at(worst))
            + " quantile.";
    return curve.stays()
        ? "The line stays within the envelope"
            + Evidence.within(output, "nothing speaks against the model")
            + " "
            + farthest
        : "The line leaves the envelope. " + farthest;
  }

  private Chart chart(String id) {
    Range heights =
        Range.around(
            DoubleStream.concat(
                differences(curve::share),
                DoubleStream.concat(differences(curve::lower), differences(curve::upper))));
    return new Chart(
            id,
            "PIT ECDF difference of " + Label.of(output.name()),
            reading(),
            new Frame(Frame.NUMBERS, 260, new Range(0, 1), heights))
        .yAxis("ECDF − PIT")
        .area("band", line(curve::lower), line(curve::upper))
        .line("ref", List.of(new Point(0, 0), new Point(1, 0)))
        .line(curve.stays() ? "curve" : "curve off", line(curve::share))
        .xAxis("PIT");
  }

  private DoubleStream differences(IntToDoubleFunction height) {
    return IntStream.range(0, curve.points())
        .mapToDouble(i -> height.applyAsDouble(i) - curve.at(i));
  }

  /** All lines are 0 at both ends. */
  private List<Point> line(IntToDoubleFunction height) {
    List<Point> line = new ArrayList<>();
    line.add(new Point(0, 0));
    for (int i = 0; i < curve.points(); i++) {
      line.add(new Point(curve.at(i), height.applyAsDouble(i) - curve.at(i)));
    }
    line.add(new Point(1, 0));
    return line;
  }
}
