package io.credence.cli.report;

import io.credence.jobs.evaluation.EvaluationDocument.DecisionEntry;
import io.credence.jobs.evaluation.EvaluationDocument.LookEntry;
import io.credence.jobs.evaluation.EvaluationDocument.OutputEntry;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** What may be decided of an output, in lines: which model is better, and whether it changed. */
final class DecisionLines {

  private DecisionLines() {}

  static List<String> of(OutputEntry output) {
    DecisionEntry decision = output.decision();
    List<String> lines = new ArrayList<>();
    if (decision.looks().isEmpty()) {
      return lines;
    }
    LookEntry last = decision.looks().get(decision.looks().size() - 1);
    if (decision.verdict() != null) {
      lines.add(output.name() + ": " + comparison(decision, decision.verdict(), last));
    }
    if (decision.alarmedAfter() != null) {
      lines.add(
          String.format(
              Locale.ROOT,
              "%s: ALARM after %,d labels: 95 %% intervals do not cover 95 %% of labels any more",
              output.name(),
              decision.alarmedAfter()));
    }
    return lines;
  }

  private static String comparison(DecisionEntry decision, String verdict, LookEntry last) {
    String who =
        switch (verdict) {
          case "challenger_better" -> "this model is better than the other: ";
          case "champion_better" -> "the other model is better than this: ";
          default -> "undecided which model is better: ";
        };
    return who
        + bounds(decision.loss(), last.lower(), last.upper())
        + after(decision.decidedAfter(), last.compared());
  }

  /** With significant digits, as differences of good models are small. */
  static String bounds(String loss, @Nullable Double lower, @Nullable Double upper) {
    return lower == null || upper == null
        ? "nothing is known of %s_difference".formatted(loss)
        : String.format(Locale.ROOT, "%s_difference is from %.4g to %.4g", loss, lower, upper);
  }

  private static String after(@Nullable Long decided, long compared) {
    return decided == null
        ? String.format(Locale.ROOT, " after %,d records", compared)
        : String.format(Locale.ROOT, "; decided after %,d of %,d records", decided, compared);
  }
}
