package io.credence.page;

import io.credence.decision.Look;
import io.credence.decision.Watch;
import io.credence.page.drawing.Label;
import io.credence.page.drawing.Numbers;
import io.credence.page.facts.OutputFacts;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.DoubleStream;

/** Whether intervals of 95 % ceased to cover 95 % of labels, as one look after the other has it. */
final class CoverageLooks {

  private CoverageLooks() {}

  /** The detector over time; empty where there is none. */
  static Optional<Picture> of(OutputFacts output, String id) {
    List<Look> looks =
        output.decision().looks().stream()
            .filter(look -> Double.isFinite(look.logAlarm()))
            .toList();
    return looks.size() < 2 ? Optional.empty() : Optional.of(picture(output, looks, id));
  }

  private static Picture picture(OutputFacts output, List<Look> looks, String id) {
    LookCurve curve = new LookCurve(looks, Look::labels, Look::logAlarm);
    OptionalLong alarm = output.decision().alarmedAfter();
    String reading =
        alarm.isPresent()
            ? "There is an alarm after %s labels: intervals of 95 %% do not cover 95 %% any more."
                .formatted(Numbers.count(alarm.getAsLong()))
            : "There is no alarm.";
    return new Picture(
        "Coverage over time",
        reading,
        "The line is the natural logarithm of an e-detector of any change. It raises an alarm at"
            + " the dashed line, which it does after 20,000 labels in the mean, or later, while"
            + " intervals of 95 % cover 95 % of labels.",
        curve
            .chart(
                id,
                "Coverage of " + Label.of(output.name()) + " over time",
                reading,
                DoubleStream.of(Watch.LOG_ALARM))
            .yAxis("log of the detector")
            .line("ref", curve.level(Watch.LOG_ALARM))
            .line(alarm.isPresent() ? "curve off" : "curve", curve.line(Look::logAlarm))
            .xAxis("labels"),
        table(looks));
  }

  private static Table table(List<Look> looks) {
    Table table = Table.whole(List.of("labels", "coverage", "log of the detector", "log e-value"));
    for (Look look : LookCurve.some(looks)) {
      table.row(
          Numbers.count(look.labels()),
          Numbers.percent(look.coverage()),
          Numbers.of(look.logAlarm()),
          Numbers.of(look.logCoverageEvidence()));
    }
    return table;
  }
}
