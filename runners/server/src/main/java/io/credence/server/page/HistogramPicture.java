package io.credence.server.page;

import io.credence.server.html.Html;
import io.credence.summary.Summary;

/**
 * A histogram as SVG. Bars whose middle lies within the interval are darker; the line beneath is
 * the interval as it is, and the upright one the median.
 */
final class HistogramPicture {

  private static final double WIDTH = 700;
  private static final double LEFT = 10;
  private static final double TOP = 22;
  private static final double BASE = 230;
  private static final double INTERVAL = 240;
  private static final double WORDS = 262;
  private static final double HEIGHT = 272;

  private final Summary summary;
  private final double[] edges;
  private final Html html;

  private HistogramPicture(Summary summary, Html html) {
    this.summary = summary;
    this.edges = summary.binEdges();
    this.html = html;
  }

  static void write(Summary summary, Html html) {
    new HistogramPicture(summary, html).write();
  }

  private void write() {
    double lower = summary.hdiLower(0);
    double upper = summary.hdiUpper(0);
    String words =
        "Histogram from %s to %s, median %s, interval from %s to %s"
            .formatted(
                Figures.shortened(edges[0]),
                Figures.shortened(edges[edges.length - 1]),
                Figures.shortened(summary.median()),
                Figures.shortened(lower),
                Figures.shortened(upper));
    html.open("svg", "viewBox", "0 0 %s %s".formatted(WIDTH, HEIGHT), "role", "img");
    html.element("title", words);
    writeBars(lower, upper);
    line("axis", LEFT, BASE, WIDTH - LEFT, BASE);
    line("median", x(lower), INTERVAL, x(upper), INTERVAL);
    line("median", x(summary.median()), TOP, x(summary.median()), BASE);
    word(Figures.shortened(summary.median()), summary.median(), TOP - 8);
    word(Figures.shortened(lower), lower, WORDS);
    word(Figures.shortened(upper), upper, WORDS);
    html.close("svg");
  }

  private void writeBars(double lower, double upper) {
    double[] density = summary.density();
    double highest = Double.MIN_NORMAL;
    for (double each : density) {
      highest = Math.max(highest, each);
    }
    for (int i = 0; i < density.length; i++) {
      double middle = 0.5 * (edges[i] + edges[i + 1]);
      double height = (BASE - TOP) * (density[i] / highest);
      html.open(
              "rect",
              "class",
              middle >= lower && middle <= upper ? "held" : "bar",
              "x",
              Html.coordinate(x(edges[i])),
              "y",
              Html.coordinate(BASE - height),
              "width",
              Html.coordinate(Math.max(0.1, x(edges[i + 1]) - x(edges[i]) - 0.5)),
              "height",
              Html.coordinate(height))
          .close("rect");
    }
  }

  private void line(String kind, double x1, double y1, double x2, double y2) {
    html.open(
            "line",
            "class",
            kind,
            "x1",
            Html.coordinate(x1),
            "y1",
            Html.coordinate(y1),
            "x2",
            Html.coordinate(x2),
            "y2",
            Html.coordinate(y2))
        .close("line");
  }

  /** Beneath what it names; words at the ends of the picture grow inwards. */
  private void word(String text, double at, double y) {
    double x = x(at);
    String anchor = x < 60 ? "start" : x > WIDTH - 60 ? "end" : "middle";
    html.element(
        "text", text, "x", Html.coordinate(x), "y", Html.coordinate(y), "text-anchor", anchor);
  }

  /** Each is scaled before they are subtracted, as the range may be more than a double holds. */
  private double x(double value) {
    double first = edges[0];
    double last = edges[edges.length - 1];
    double share = last > first ? (value / 2 - first / 2) / (last / 2 - first / 2) : 0.5;
    return LEFT + (WIDTH - 2 * LEFT) * Math.min(1, Math.max(0, share));
  }
}
