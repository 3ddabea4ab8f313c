package io.credence.registry;

import io.credence.registry.log.Change.ComparedOutput;
import io.credence.registry.log.Outcome;
import java.util.ArrayList;
import java.util.List;

/**
 * What to do with a version that is tried, and why.
 *
 * <p>It is rolled back when any output is surely worse, or has an alarm of its coverage and is not
 * surely better; promoted when any output is surely better, none worse, and its evaluation speaks
 * for it; and else held.
 */
record Choice(Outcome outcome, List<String> reasons) {

  private static final String BETTER = "challenger_better";
  private static final String WORSE = "champion_better";

  Choice {
    reasons = List.copyOf(reasons);
  }

  /**
   * The choice.
   *
   * @param objections why the evaluation by itself does not speak for the version
   */
  static Choice of(List<ComparedOutput> outputs, List<String> objections) {
    List<String> worse = new ArrayList<>();
    List<String> better = new ArrayList<>();
    List<String> undecided = new ArrayList<>();
    for (ComparedOutput each : outputs) {
      switch (each.verdict()) {
        case BETTER -> better.add(difference(each));
        case WORSE -> worse.add(difference(each));
        default -> undecided.add(difference(each));
      }
      if (each.alarmedAfter() != null && !each.verdict().equals(BETTER)) {
        worse.add(
            "95 %% intervals of %s do not cover 95 %% any more, after %s labels"
                .formatted(each.output(), each.alarmedAfter()));
      }
    }
    if (!worse.isEmpty()) {
      return new Choice(Outcome.ROLLBACK, worse);
    }
    if (!objections.isEmpty()) {
      return new Choice(Outcome.HOLD, objections);
    }
    return better.isEmpty()
        ? new Choice(Outcome.HOLD, undecided)
        : new Choice(Outcome.PROMOTE, better);
  }

  /** The choice where the same labels have had the version promoted by a step. */
  Choice withoutNewLabels() {
    return outcome == Outcome.PROMOTE
        ? new Choice(
            Outcome.HOLD,
            List.of(
                "this evaluation had it promoted to this share: the next step needs labels since"))
        : this;
  }

  private static String difference(ComparedOutput output) {
    String what = "%s_difference of %s".formatted(output.loss(), output.output());
    return output.lower() == null || output.upper() == null
        ? "%s records say nothing yet of %s".formatted(output.compared(), what)
        : "%s is from %s to %s after %s records"
            .formatted(what, output.lower(), output.upper(), output.compared());
  }
}
