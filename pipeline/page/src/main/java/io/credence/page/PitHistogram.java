package io.credence.page;

import io.credence.page.band.HistogramBand;
import io.credence.page.drawing.Chart;
import io.credence.page.drawing.Frame;
import io.credence.page.drawing.Label;
import io.credence.page.drawing.Numbers;
import io.credence.page.drawing.Point;
import io.credence.page.drawing.Range;
import io.credence.page.facts.OutputFacts;
import java.util.List;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;

/** The histogram of the PIT, with the band that holds all bars of a right model. */
final class PitHistogram {

  /** As many as show a shape; the hundred that are counted are joined for it. */
  private static final int BARS = 20;

  private final OutputFacts output;
  private final HistogramBand band;
  private final double[] shares = new double[BARS];

  private PitHistogram(OutputFacts output) {
    this.output = output;
    this.band = HistogramBand.of(output.records(), BARS, Evidence.OUTSIDE);
    for (int i = 0; i < OutputFacts.BINS; i++) {
      shares[i * BARS / OutputFacts.BINS] += output.pit().get(i);
    }
  }

  static Picture of(OutputFacts output, String id) {
    return new PitHistogram(output).picture(id);
  }

  private Picture picture(String id) {
    return new Picture(
        "PIT histogram",
        reading(),
        "Each bar is a twentieth of the predicted probability. Its height is how many times the"
            + " predicted number of labels fell there. The grey band holds all bars of a right"
            + " model with a probability of 99 %.",
        chart(id),
        table());
  }

  private long outside() {
    return DoubleStream.of(shares).filter(share -> !band.holds(share)).count();
  }

  private String reading() {
    return outside() == 0
        ? "All bars lie within the band" + Evidence.within(output, "labels fall as predicted")
        : outside() + " of " + BARS + " bars lie outside the band" + Evidence.because(output);
  }

  private Chart chart(String id) {
    double highest = Math.max(band.upper(), DoubleStream.of(shares).max().orElse(0));
    Range heights = new Range(0, Math.max(2, highest * BARS * 1.05));
    Chart chart =
        new Chart(
            id,
            "PIT histogram of " + Label.of(output.name()),
            reading(),
            new Frame(Frame.NUMBERS, 260, new Range(0, 1), heights));
    chart.yAxis("labels, relative to uniform");
    chart.area("band", level(band.lower() * BARS), level(band.upper() * BARS));
    for (int i = 0; i < BARS; i++) {
      String kind = band.holds(shares[i]) ? "bar" : "bar off";
      chart.bar(kind, (double) i / BARS, (i + 1.0) / BARS, shares[i] * BARS);
    }
    return chart
        .line("edge", level(band.lower() * BARS))
        .line("edge", level(band.upper() * BARS))
        .line("ref", level(1))
        .xAxis("PIT: predicted probability of less than the label");
  }

  private static List<Point> level(double height) {
    return List.of(new Point(0, height), new Point(1, height));
  }

  private Table table() {
    Table table = Table.whole(List.of("PIT", "share of labels", "band from", "to", ""));
    IntStream.range(0, BARS)
        .forEach(
            i ->
                table.row(
                    Numbers.of((double) i / BARS) + " to " + Numbers.of((i + 1.0) / BARS),
                    Numbers.percent(shares[i]),
                    Numbers.percent(band.lower()),
                    Numbers.percent(band.upper()),
                    band.holds(shares[i]) ? "" : "outside"));
    return table;
  }
}
