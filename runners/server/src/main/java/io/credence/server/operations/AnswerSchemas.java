package io.credence.server.operations;

import static io.credence.server.json.JsonTree.object;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** What is answered, as JSON Schema. */
final class AnswerSchemas {

  private static final Map<String, Object> NUMBER = object("type", "number");
  private static final Map<String, Object> NUMBERS = object("type", "array", "items", NUMBER);
  private static final Map<String, Object> TEXT = object("type", "string");
  private static final Map<String, Object> TEXT_OR_NULL = object("type", List.of("string", "null"));

  private AnswerSchemas() {}

  static Map<String, Object> point() {
    return figure(object("y_pred", NUMBER));
  }

  static Map<String, Object> interval() {
    return figure(object("y_pred_lower", NUMBER, "y_pred_upper", NUMBER));
  }

  static Map<String, Object> density() {
    return figure(
        object("y_pred_bin_mids", NUMBERS, "y_pred_density", NUMBERS, "y_pred_bin_edges", NUMBERS));
  }

  private static Map<String, Object> figure(Map<String, Object> figures) {
    figures.put("algo_param", object("type", "integer"));
    for (String text : List.of("record_id", "model_name", "model_version", "model_digest")) {
      figures.put(text, TEXT);
    }
    return exact(figures);
  }

  static Map<String, Object> records() {
    return exact(
        object(
            "model_name",
            TEXT,
            "model_version",
            TEXT,
            "model_digest",
            TEXT,
            "predictions",
            object("type", "array", "items", object("type", "object")),
            "n_records",
            object("type", "integer"),
            "n_dead_letters",
            object("type", "integer")));
  }

  /** The one shape of all that is refused. */
  static Map<String, Object> refusal() {
    return exact(
        object(
            "error",
            TEXT,
            "code",
            TEXT,
            "field",
            TEXT_OR_NULL,
            "value",
            TEXT_OR_NULL,
            "expected",
            TEXT_OR_NULL));
  }

  static Map<String, Object> any() {
    return object("type", "object");
  }

  /** An object with all of these members and no others. */
  private static Map<String, Object> exact(Map<String, Object> members) {
    return object(
        "type",
        "object",
        "properties",
        members,
        "required",
        new ArrayList<>(members.keySet()),
        "additionalProperties",
        false);
  }
}
