package io.credence.server.operations;

import static io.credence.server.json.JsonTree.object;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** What schemas are made of. */
final class Schemas {

  static final Map<String, Object> TEXT = object("type", "string");
  static final Map<String, Object> TEXT_OR_NULL = object("type", List.of("string", "null"));
  static final Map<String, Object> NUMBER = object("type", "number");
  static final Map<String, Object> TRUTH = object("type", "boolean");
  static final Map<String, Object> COUNT = object("type", "integer", "minimum", 0);

  /** Null where it is larger than any number is. */
  static final Map<String, Object> FIGURE = object("type", List.of("number", "null"));

  static final Map<String, Object> PROBABILITY =
      object("type", "number", "exclusiveMinimum", 0, "exclusiveMaximum", 1);

  /** The one shape of all that is refused. */
  static final Map<String, Object> REFUSAL = object("$ref", "#/components/schemas/Refusal");

  private Schemas() {}

  static Map<String, Object> list(Map<String, Object> items) {
    return object("type", "array", "items", items);
  }

  static Map<String, Object> list(Map<String, Object> items, int least, int most) {
    return object("type", "array", "items", items, "minItems", least, "maxItems", most);
  }

  static Map<String, Object> whole(int least, int most) {
    return object("type", "integer", "minimum", least, "maximum", most);
  }

  static Map<String, Object> either(Map<String, Object> one, Map<String, Object> other) {
    return object("anyOf", List.of(one, other));
  }

  /** An object with all of these members and no others. */
  static Map<String, Object> exact(Map<String, Object> members) {
    return closed(members, new ArrayList<>(members.keySet()));
  }

  /** An object with some of these members and no others. */
  static Map<String, Object> closed(Map<String, Object> members, List<String> required) {
    return object(
        "type",
        "object",
        "properties",
        members,
        "required",
        required,
        "additionalProperties",
        false);
  }
}
