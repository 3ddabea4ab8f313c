package io.credence.cli.report;

import io.credence.registry.log.Change.Decided;
import io.credence.registry.log.Event;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What was decided of a version that is tried, and whether its alias moved.
 *
 * @param registry where it is kept
 * @param model the model's name
 * @param event the number of the decision in the log
 * @param decision as it stands there
 * @param moved the event by which the alias moved; null where it did not
 * @param left why it did not move although the decision says so; null for no such reason
 */
public record RegistryDecisionReport(
    String registry,
    String model,
    int event,
    Decided decision,
    @Nullable RegistryEvent moved,
    @Nullable String left)
    implements Report {

  public static RegistryDecisionReport of(
      String registry, String model, int event, Decided decision, Optional<Event> moved) {
    return new RegistryDecisionReport(
        registry, model, event, decision, moved.map(RegistryEvent::of).orElse(null), null);
  }

  /** The same where the alias was not to be moved. */
  public static RegistryDecisionReport left(
      String registry, String model, int event, Decided decision, String why) {
    return new RegistryDecisionReport(registry, model, event, decision, null, why);
  }

  @Override
  public List<String> lines() {
    List<String> lines = new ArrayList<>();
    lines.add("%s: %s (event %s)".formatted(model, RegistryEvent.what(decision), event));
    if (moved != null) {
      lines.add("%s: %s (event %s)".formatted(model, moved.what(), moved.number()));
    }
    if (left != null) {
      lines.add("not done: " + left);
    }
    return lines;
  }
}
