package io.credence.server.page;

import io.credence.model.Output;
import io.credence.score.Scored;
import io.credence.server.html.Html;
import io.credence.server.scoring.ServedModel;
import io.credence.summary.Summary;
import java.util.List;

/** Shows the prediction of a record: each output as a table of its figures and a picture. */
final class PredictionView {

  private PredictionView() {}

  static void write(
      ServedModel model, String recordId, Scored scored, FormParameters asked, Html html) {
    List<Output> outputs = model.model().outputs();
    for (int i = 0; i < outputs.size(); i++) {
      html.data("h2", outputs.get(i).name());
      if (outputs.get(i).hasClasses()) {
        ClassBars.write(outputs.get(i).classes(), scored.classes(i), html);
      } else {
        writeFigures(scored.summary(i), asked.probability(), html);
        HistogramPicture.write(scored.summary(i), html);
      }
    }
    if (!scored.unseenLevels().isEmpty()) {
      String unseen = String.join(", ", scored.unseenLevels());
      html.data("p", "Levels that the model was not trained on: " + unseen);
    }
    html.element(
        "p",
        "Record %s; %s samples; model %s"
            .formatted(recordId, scored.numSamples(), model.digest().substring(0, 12)),
        "class",
        "soft");
  }

  private static void writeFigures(Summary summary, double probability, Html html) {
    html.open("table");
    row("Median", summary.median(), html);
    row("Mean", summary.mean(), html);
    row("Standard deviation", summary.sd(), html);
    String interval = "%s interval, ".formatted(Figures.percent(probability));
    row(interval + "lower end", summary.hdiLower(0), html);
    row(interval + "upper end", summary.hdiUpper(0), html);
    html.close("table");
  }

  private static void row(String label, double value, Html html) {
    html.open("tr").element("th", label, "scope", "row").open("td", "class", "number");
    html.element("data", Figures.shortened(value), "value", Double.toString(value));
    html.close("td").close("tr");
  }
}
