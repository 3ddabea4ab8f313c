package io.credence.yaml;

import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Parse;
import org.snakeyaml.engine.v2.events.Event;
import org.snakeyaml.engine.v2.exceptions.ParserException;

/**
 * Bounds how deep a YAML file is nested before it is composed: the library composes by recursion
 * and has no limit of its own, so that hostile input could exhaust the stack.
 */
final class YamlDepth {

  /** No part of a model lies deeper than features, a feature, its levels. */
  private static final int MAX_DEPTH = 50;

  private YamlDepth() {}

  /** Reads no further than to the first value that lies too deep. */
  static void check(LoadSettings settings, String text) {
    int depth = 0;
    for (Event event : new Parse(settings).parseString(text)) {
      switch (event.getEventId()) {
        case MappingStart, SequenceStart -> depth++;
        case MappingEnd, SequenceEnd -> depth--;
        default -> {}
      }
      if (depth > MAX_DEPTH) {
        throw new ParserException(
            "lists and keys must not be nested more than " + MAX_DEPTH + " levels deep",
            event.getStartMark());
      }
    }
  }
}
