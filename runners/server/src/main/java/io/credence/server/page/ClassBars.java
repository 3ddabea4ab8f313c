package io.credence.server.page;

import io.credence.server.html.Html;
import io.credence.summary.ClassSummary;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/** The probabilities of classes as bars, the most probable first. */
final class ClassBars {

  private static final int MOST = 30;
  private static final int WIDTH = 240;
  private static final int HEIGHT = 14;

  private ClassBars() {}

  static void write(List<String> classes, ClassSummary summary, Html html) {
    double[] probabilities = summary.probabilities();
    List<Integer> order =
        IntStream.range(0, probabilities.length)
            .boxed()
            .sorted(Comparator.comparingDouble(k -> -probabilities[k]))
            .toList();
    html.open("table");
    for (int k : order.subList(0, Math.min(MOST, order.size()))) {
      html.open("tr").data("th", classes.get(k), "scope", "row").open("td", "class", "number");
      html.element("data", Figures.percent(probabilities[k]), "value", "" + probabilities[k]);
      html.close("td").open("td");
      bar(probabilities[k], k == summary.mode(), html);
      html.close("td").close("tr");
    }
    html.close("table");
    if (order.size() > MOST) {
      html.element("p", "And %s classes less probable".formatted(order.size() - MOST));
    }
  }

  private static void bar(double probability, boolean isMode, Html html) {
    html.open("svg", "width", "" + WIDTH, "height", "" + HEIGHT, "aria-hidden", "true");
    html.open(
            "rect",
            "class",
            isMode ? "held" : "bar",
            "width",
            Html.coordinate(WIDTH * probability),
            "height",
            "" + HEIGHT)
        .close("rect");
    html.close("svg");
  }
}
