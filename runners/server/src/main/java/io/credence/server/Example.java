package io.credence.server;

import com.fasterxml.jackson.core.io.JsonStringEncoder;
import io.credence.model.Feature;
import io.credence.server.scoring.ExampleValue;
import io.credence.server.scoring.ServedModel;
import java.util.ArrayList;
import java.util.List;

/** A request that works as it stands, for those who just started a server. */
final class Example {

  private Example() {}

  /**
   * A line for a shell.
   *
   * @param access what lets the client in, as arguments of curl
   */
  static String curl(ServedModel model, String url, List<String> access) {
    List<String> words = new ArrayList<>(List.of("curl"));
    words.addAll(access);
    words.add(url + "/predict/v1.0.0/interval");
    words.addAll(List.of("-H", "'Content-Type: application/json'", "-d"));
    words.add(quoted("{\"data\": " + record(model) + "}"));
    return String.join(" ", words);
  }

  /** A text as one word of a shell. */
  static String quoted(String text) {
    return "'" + text.replace("'", "'\\''") + "'";
  }

  /** A record that a model accepts, with its key, as JSON. */
  static String record(ServedModel model) {
    List<String> members = new ArrayList<>();
    List<String> columns = new ArrayList<>();
    for (Feature feature : model.model().features()) {
      columns.add(feature.column());
      members.add(json(feature.column()) + ": " + value(feature));
    }
    String key = model.keyField();
    if (key != null && !columns.contains(key)) {
      members.add(json(key) + ": 1");
    }
    return "{" + String.join(", ", members) + "}";
  }

  private static String value(Feature feature) {
    Object value = ExampleValue.of(feature);
    return value instanceof String text ? json(text) : value.toString();
  }

  private static String json(String text) {
    return '"' + String.valueOf(JsonStringEncoder.getInstance().quoteAsString(text)) + '"';
  }
}
