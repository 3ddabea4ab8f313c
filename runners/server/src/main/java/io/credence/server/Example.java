package io.credence.server;

import io.credence.model.Feature;
import io.credence.model.Model;
import io.credence.server.scoring.ExampleValue;
import java.util.stream.Collectors;

/** A request that works as it stands, for those who just started a server. */
final class Example {

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
    return ExampleValue.of(feature) instanceof String text
        ? quoted(text)
        : ExampleValue.of(feature).toString();
  }

  private static String quoted(String text) {
    return '"' + text.replace("\\", "\\\\").replace("\"", "\\\"") + '"';
  }
}
