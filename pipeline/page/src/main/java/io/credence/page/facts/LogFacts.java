package io.credence.page.facts;

import java.util.List;

/**
 * What was decided of a model.
 *
 * @param registry where it is kept
 * @param events a line each, in their order
 */
public record LogFacts(String registry, List<String> events) {

  public LogFacts {
    events = List.copyOf(events);
  }
}
