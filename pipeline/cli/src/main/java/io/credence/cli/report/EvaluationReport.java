package io.credence.cli.report;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.credence.cli.text.Fields;
import io.credence.cli.text.TextTable;
import io.credence.jobs.evaluation.EvaluationDocument;
import io.credence.jobs.evaluation.EvaluationDocument.FigureEntry;
import io.credence.jobs.evaluation.EvaluationDocument.GateEntry;
import io.credence.jobs.evaluation.EvaluationDocument.IssueEntry;
import io.credence.jobs.evaluation.EvaluationDocument.OutputEntry;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What an evaluation found, the verdict first.
 *
 * @param output the folder of its files
 * @param evaluation what {@code evaluation.json} holds
 */
public record EvaluationReport(String output, @JsonUnwrapped EvaluationDocument evaluation)
    implements Report {

  private static final int WIDTH = 27;

  @Override
  public String status() {
    return evaluation.passed() ? "done" : "gate_not_met";
  }

  @Override
  public List<String> lines() {
    List<String> lines = new ArrayList<>();
    evaluation.outputs().forEach(each -> lines.add(verdict(each)));
    evaluation.outputs().stream().map(DecisionLines::of).forEach(lines::addAll);
    evaluation.gates().stream().map(EvaluationReport::gate).forEach(lines::add);
    evaluation.issues().stream().map(EvaluationReport::issue).forEach(lines::add);
    for (OutputEntry each : evaluation.outputs()) {
      lines.add("");
      lines.addAll(table(each));
    }
    lines.add("");
    lines.addAll(counts());
    return lines;
  }

  private static String verdict(OutputEntry output) {
    return output.name() + " is " + output.calibration().sentence();
  }

  private static String gate(GateEntry gate) {
    return "gate %s: %s of %s must be %s, and is %s"
        .formatted(
            gate.met() ? "met" : "NOT met",
            gate.figure(),
            gate.output(),
            rule(gate),
            number(gate.value()));
  }

  /** What a figure must be, such as "at most 12.0". */
  static String rule(GateEntry gate) {
    return gate.min() == null
        ? "at most " + gate.max()
        : gate.max() == null
            ? "at least " + gate.min()
            : "from " + gate.min() + " to " + gate.max();
  }

  /** A line for a record that should not be as it is. */
  static String issue(IssueEntry issue) {
    String place = issue.file() == null ? "" : issue.file() + ": ";
    String row = issue.row() == null ? "" : "row " + issue.row() + ": ";
    return issue.kind() + ": " + place + row + issue.what();
  }

  private static List<String> table(OutputEntry output) {
    TextTable table = new TextTable(List.of(output.name(), "value", "from", "to"));
    output.figures().forEach(figure -> add(figure, table));
    output.differences().forEach(figure -> add(figure, table));
    return table.lines();
  }

  private static void add(FigureEntry figure, TextTable table) {
    table.add(
        List.of(
            figure.name(),
            number(figure.value()),
            figure.lower() == null ? "" : number(figure.lower()),
            figure.upper() == null ? "" : number(figure.upper())));
  }

  private static String number(@Nullable Double value) {
    return value == null ? "none" : String.format(Locale.ROOT, "%.4f", value);
  }

  private List<String> counts() {
    Fields fields = new Fields(WIDTH);
    fields.add("model", evaluation.model().name() + " " + evaluation.model().version());
    if (evaluation.against() != null) {
      fields.add("against", evaluation.against().name() + " " + evaluation.against().version());
    }
    evaluation
        .records()
        .forEach(
            (kind, count) -> {
              if (count instanceof Number number && (number.longValue() > 0 || isAlways(kind))) {
                fields.add(kind.replace('_', ' '), number.longValue());
              } else if (count instanceof Map<?, ?> codes) {
                codes.forEach(
                    (code, n) -> fields.add("dead letter " + code, ((Number) n).longValue()));
              }
            });
    evaluation
        .segments()
        .forEach(
            (kind, count) -> {
              if (count > 0) {
                fields.add("segments " + kind.replace('_', ' '), count);
              }
            });
    fields.add("output", output);
    return fields.lines();
  }

  private static boolean isAlways(String kind) {
    return kind.equals("read") || kind.equals("evaluated");
  }
}
