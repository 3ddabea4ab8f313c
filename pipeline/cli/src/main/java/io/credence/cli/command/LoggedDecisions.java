package io.credence.cli.command;

import io.credence.cli.report.RegistryLogReport;
import io.credence.page.facts.LogFacts;
import io.credence.problem.Problems;
import io.credence.registry.ModelHistory;
import io.credence.registry.Registry;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** What a registry's log says of a model that a page shows. */
final class LoggedDecisions {

  private static final String REGISTRY = "--registry";

  private LoggedDecisions() {}

  /** The events; null when no registry is named, or it can't be read, which is reported. */
  static @Nullable LogFacts of(@Nullable String location, String model, Problems problems) {
    if (location == null) {
      return null;
    }
    try {
      Registry registry = Registries.at(location);
      ModelHistory history = registry.history(model);
      if (history.events().isEmpty()) {
        problems.add(
            "%s=%s: holds no model '%s'; there are: %s"
                .formatted(REGISTRY, location, model, String.join(", ", registry.models())));
        return null;
      }
      return new LogFacts(
          registry.location(), RegistryLogReport.of(registry.location(), history).lines());
    } catch (IOException | IllegalArgumentException e) {
      problems.add("%s=%s: can't be read: %s".formatted(REGISTRY, location, Failures.line(e)));
      return null;
    }
  }
}
