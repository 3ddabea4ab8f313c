package io.credence.cli.report;

import io.credence.registry.log.Event;
import java.util.List;

/**
 * What a change of a registry did.
 *
 * @param registry where it is kept
 * @param model the model's name
 * @param version the version that the event is about
 * @param digest of the version's model, in hexadecimal digits
 * @param event as it stands in the log
 */
public record RegistryEventReport(
    String registry, String model, String version, String digest, RegistryEvent event)
    implements Report {

  public static RegistryEventReport of(String registry, String model, Event event) {
    return new RegistryEventReport(
        registry,
        model,
        event.change().version(),
        event.change().digest(),
        RegistryEvent.of(event));
  }

  @Override
  public List<String> lines() {
    return List.of(
        "%s: %s (event %s, digest %s)".formatted(model, event.what(), event.number(), digest));
  }
}
