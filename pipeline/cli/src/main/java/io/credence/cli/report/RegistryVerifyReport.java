package io.credence.cli.report;

import java.util.List;
import java.util.Locale;

/**
 * Whether a registry is as it was written; what is not is among the problems.
 *
 * @param registry where it is kept
 * @param models how many were looked at
 * @param events how many events their logs have
 * @param sound whether nothing was found
 */
public record RegistryVerifyReport(String registry, int models, long events, boolean sound)
    implements Report {

  @Override
  public List<String> lines() {
    return sound
        ? List.of(
            String.format(
                Locale.ROOT,
                "models: %,d, events: %,d; all are as they were written",
                models,
                events))
        : List.of();
  }
}
