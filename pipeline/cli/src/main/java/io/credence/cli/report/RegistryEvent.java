package io.credence.cli.report;

import io.credence.registry.log.Change;
import io.credence.registry.log.Change.Decided;
import io.credence.registry.log.Change.EvaluationEntry;
import io.credence.registry.log.Change.Pin;
import io.credence.registry.log.Change.Promotion;
import io.credence.registry.log.Change.Registration;
import io.credence.registry.log.Change.Rollback;
import io.credence.registry.log.Change.Signing;
import io.credence.registry.log.Event;
import io.credence.registry.log.Outcome;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * An event of a registry's log.
 *
 * @param number of the event
 * @param at when, by the clock of the machine that wrote it
 * @param by who decided it
 * @param what in words
 * @param reason why; null where none was given
 */
record RegistryEvent(int number, String at, String by, String what, @Nullable String reason) {

  private static final Map<Outcome, String> WORDS =
      Map.of(
          Outcome.PROMOTE, "decided to promote",
          Outcome.HOLD, "decided to hold",
          Outcome.ROLLBACK, "decided to roll back");

  static RegistryEvent of(Event event) {
    return new RegistryEvent(
        event.number(), event.at().toString(), event.by(), what(event.change()), event.reason());
  }

  static String what(Change change) {
    if (change instanceof Registration) {
      return "registered %s".formatted(change.version());
    }
    if (change instanceof Promotion promotion) {
      return "promoted %s to %s%s".formatted(change.version(), promotion.alias(), why(promotion));
    }
    if (change instanceof Rollback rollback) {
      return "rolled %s back from %s to %s"
          .formatted(rollback.alias(), rollback.from(), change.version());
    }
    if (change instanceof Decided decided) {
      return "%s %s beside %s %s, from a share of %s to %s: %s"
          .formatted(
              WORDS.get(decided.outcome()),
              change.version(),
              decided.alias(),
              decided.champion(),
              decided.share(),
              decided.nextShare(),
              String.join("; ", decided.reasons()));
    }
    if (change instanceof Pin pin) {
      return "pinned %s to %s".formatted(pin.alias(), change.version());
    }
    if (change instanceof Signing) {
      return "signed %s".formatted(change.version());
    }
    return "retired %s".formatted(change.version());
  }

  private static String why(Promotion promotion) {
    EvaluationEntry evaluation = promotion.evaluation();
    String found =
        evaluation == null
            ? ""
            : ", evaluated as %s, gates met: %s"
                .formatted(evaluation.verdict().replace('_', ' '), evaluation.gates());
    return promotion.forced() ? ", by force" + found : found;
  }

  @Override
  public String toString() {
    return "%s  %s  %s: %s%s"
        .formatted(number, at, by, what, reason == null ? "" : " (" + reason + ")");
  }
}
