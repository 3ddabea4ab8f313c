package io.credence.page;

import io.credence.decision.Look;
import io.credence.page.drawing.Label;
import io.credence.page.drawing.Numbers;
import io.credence.page.facts.OutputFacts;
import java.util.List;
import java.util.Optional;
import java.util.stream.DoubleStream;

/** Which of two models is better, as one look after the other has it. */
final class Differences {

  private final OutputFacts output;
  private final LookCurve curve;

  private Differences(OutputFacts output, List<Look> looks) {
    this.output = output;
    this.curve = new LookCurve(looks, Look::compared, Look::difference);
  }

  private static Optional<Differences> of(OutputFacts output) {
    List<Look> looks =
        output.decision().looks().stream()
            .filter(look -> Double.isFinite(look.bounds().upper() - look.bounds().lower()))
            .toList();
    return looks.size() < 2 ? Optional.empty() : Optional.of(new Differences(output, looks));
  }

  /** The difference with its bounds; empty where there are none. */
  static Optional<Picture> bounds(OutputFacts output, String id) {
    return of(output).map(differences -> differences.bounds(id));
  }

  /** The evidence against no difference; empty where there is none. */
  static Optional<Picture> evidence(OutputFacts output, String id) {
    return of(output).map(differences -> differences.evidence(id));
  }

  private Picture bounds(String id) {
    String reading = preference() + " " + last();
    DoubleStream room =
        DoubleStream.concat(
            DoubleStream.of(0),
            curve.looks().stream()
                .flatMapToDouble(
                    look -> DoubleStream.of(look.bounds().lower(), look.bounds().upper())));
    return new Picture(
        "Which model is better",
        reading,
        "The line is the mean loss of this model less that of the other, over all records so far;"
            + " below 0, this model is better. The grey bounds hold at all looks together with a"
            + " probability of 95 %, so you may decide whenever they leave 0.",
        curve
            .chart(id, "Difference of " + Label.of(output.name()) + " over time", reading, room)
            .yAxis(output.decision().loss() + " difference")
            .area(
                "band",
                curve.line(look -> look.bounds().lower()),
                curve.line(look -> look.bounds().upper()))
            .line("ref", curve.level(0))
            .line("curve", curve.line(Look::difference))
            .xAxis("records compared"),
        table());
  }

  private String preference() {
    return switch (output.decision().preference()) {
      case CHALLENGER_BETTER -> "This model is better than the other, decided after " + decided();
      case CHAMPION_BETTER -> "The other model is better than this one, decided after " + decided();
      case UNDECIDED -> "It is undecided which model is better.";
    };
  }

  private String decided() {
    return Numbers.count(output.decision().decidedAfter().orElseThrow()) + " records.";
  }

  private String last() {
    Look last = curve.looks().get(curve.looks().size() - 1);
    return "After %s records, the difference is from %s to %s."
        .formatted(
            Numbers.count(last.compared()),
            Numbers.of(last.bounds().lower()),
            Numbers.of(last.bounds().upper()));
  }

  private Picture evidence(String id) {
    String reading = "The e-value is how much a bet against equal models has won so far.";
    LookCurve logs =
        new LookCurve(curve.looks(), Look::compared, look -> look.bounds().logEvidence());
    return new Picture(
        "Evidence of a difference",
        reading,
        "The line is the natural logarithm of the e-value. From 3 on it is at least 20, and the"
            + " bounds above leave 0; for a model of several outputs, from the logarithm of 20"
            + " times their number on.",
        logs.chart(
                id,
                "Evidence of a difference of " + Label.of(output.name()),
                reading,
                DoubleStream.of(0))
            .yAxis("log e-value")
            .line("ref", logs.level(0))
            .line("curve", logs.line(look -> look.bounds().logEvidence()))
            .xAxis("records compared"),
        table());
  }

  private Table table() {
    Table table = Table.whole(List.of("records", "difference", "from", "to", "log e-value"));
    for (Look look : LookCurve.some(curve.looks())) {
      table.row(
          Numbers.count(look.compared()),
          Numbers.of(look.difference()),
          Numbers.of(look.bounds().lower()),
          Numbers.of(look.bounds().upper()),
          Numbers.of(look.bounds().logEvidence()));
    }
    return table;
  }
}
