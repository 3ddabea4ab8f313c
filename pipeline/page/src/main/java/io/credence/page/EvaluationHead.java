package io.credence.page;

import io.credence.evaluation.Calibration.Verdict;
import io.credence.page.drawing.Label;
import io.credence.page.drawing.Markup;
import io.credence.page.drawing.Numbers;
import io.credence.page.facts.CountFact;
import io.credence.page.facts.EvaluationFacts;
import io.credence.page.facts.GateFact;
import io.credence.page.facts.ModelId;
import io.credence.page.facts.OutputFacts;
import java.util.List;
import java.util.Locale;

/** What an evaluation says in words: verdicts, gates, and what records were counted. */
final class EvaluationHead {

  private static final int MOST_OUTPUTS = 40;
  private static final int MOST_GATES = 40;
  private static final int MOST_ISSUES = 20;
  private static final int ISSUE_COLUMNS = 160;
  private static final int MOST_COUNTS = 40;
  private static final String ELSEWHERE = "in evaluation.json";

  private final EvaluationFacts facts;

  EvaluationHead(EvaluationFacts facts) {
    this.facts = facts;
  }

  Markup markup() {
    Markup head = new Markup().open("header").open("h1").text("Evaluation of ");
    head.name(facts.model().toString()).close();
    head.open("p", "class", "aside").text(Numbers.count(facts.evaluated()) + " labelled records");
    ModelId against = facts.against();
    if (against != null) {
      head.text(", against ").name(against.toString());
    }
    head.close().line();
    verdicts(head);
    if (!facts.gates().isEmpty()) {
      head.add(gates());
    }
    if (!facts.issues().isEmpty()) {
      head.add(issues());
    }
    return head.add(records()).close().line();
  }

  private void verdicts(Markup head) {
    List<OutputFacts> outputs = facts.outputs();
    for (OutputFacts each : outputs.subList(0, Math.min(MOST_OUTPUTS, outputs.size()))) {
      Verdict verdict = each.calibration().verdict();
      head.open("p", "class", "verdict " + verdict.name().toLowerCase(Locale.ROOT));
      head.element("span", mark(verdict), "aria-hidden", "true");
      head.open("span").name(each.name()).text(" is " + each.calibration().sentence()).close();
      head.close().line();
    }
    if (outputs.size() > MOST_OUTPUTS) {
      head.element("p", "and " + (outputs.size() - MOST_OUTPUTS) + " more outputs " + ELSEWHERE);
    }
  }

  private static String mark(Verdict verdict) {
    return switch (verdict) {
      case CALIBRATED -> "✓";
      case NEARLY_CALIBRATED -> "≈";
      case MISCALIBRATED -> "✗";
      case INSUFFICIENT -> "?";
    };
  }

  private Markup gates() {
    Table table = new Table(List.of("gate", "of", "must be", "is", ""), MOST_GATES, ELSEWHERE);
    for (GateFact gate : facts.gates()) {
      table.row(
          gate.figure(),
          gate.output(),
          gate.rule(),
          Numbers.of(gate.value()),
          gate.met() ? "✓ met" : "✗ NOT met");
    }
    return table.unfolded();
  }

  private Markup issues() {
    List<String> issues = facts.issues();
    Markup list = new Markup().open("ul", "class", "issues");
    for (String issue : issues.subList(0, Math.min(MOST_ISSUES, issues.size()))) {
      list.open("li").element("bdi", Label.of(issue, ISSUE_COLUMNS)).close();
    }
    if (issues.size() > MOST_ISSUES) {
      list.element("li", "and " + (issues.size() - MOST_ISSUES) + " more " + ELSEWHERE);
    }
    return list.close().line();
  }

  private Markup records() {
    Table table = new Table(List.of("records", "count"), MOST_COUNTS, ELSEWHERE);
    for (CountFact count : facts.counts()) {
      table.row(count.kind(), Numbers.count(count.records()));
    }
    return table.folded("Records");
  }
}
