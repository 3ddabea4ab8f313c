package io.credence.cli.report;

import io.credence.registry.ModelHistory;
import java.util.List;

/**
 * All that was decided of a model.
 *
 * @param registry where it is kept
 * @param model the model's name
 * @param events in their order
 */
public record RegistryLogReport(String registry, String model, List<RegistryEvent> events)
    implements Report {

  public static RegistryLogReport of(String registry, ModelHistory history) {
    return new RegistryLogReport(
        registry, history.name(), history.events().stream().map(RegistryEvent::of).toList());
  }

  @Override
  public List<String> lines() {
    return events.stream().map(RegistryEvent::toString).toList();
  }
}
