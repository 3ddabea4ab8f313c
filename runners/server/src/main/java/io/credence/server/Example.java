package io.credence.server;

import io.credence.model.Feature;
import io.credence.model.Model;
import java.util.Collections;
import java.util.stream.Collectors;

/** A request that works as it stands, for those who just started a server. */
final class Example {

  private static final double SOME = 5;

  private Example() {}

  /** A line for a shell. */
  static String curl(Model model, String url) {
    return "curl %s/predict/v1.0.0/interval -H 'Content-Type: application/json' -d '{\"data\": %s}'"
        .formatted(url, record(model).replace("'", "'\\''"));
  }

  /** A record that a model accepts, as JSON. */
  static String record(Model model) {
    return model.features().stream()
        .map(feature -> quoted(feature.column()) + ": " + value(feature))
        .collect(Collectors.joining(", ", "{", "}"));
  }

  private static String value(Feature feature) {
    return switch (feature.type()) {
      case STRING -> quoted(feature.levels().get(0));
      case INT ->
          feature.hasLevels() ? feature.levels().get(0) : Long.toString((long) some(feature));
      case DOUBLE -> feature.hasLevels() ? feature.levels().get(0) : Double.toString(some(feature));
      case BOOL -> "true";
      case TIMESTAMP -> "\"2024-03-01T12:30:00Z\"";
      case VECTOR -> Collections.nCopies(feature.size(), "0.5").toString();
    };
  }

  private static double some(Feature feature) {
    return Math.min(Math.max(SOME, feature.min()), feature.max());
  }

  private static String quoted(String text) {
    return '"' + text.replace("\\", "\\\\").replace("\"", "\\\"") + '"';
  }
}
