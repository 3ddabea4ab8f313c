package io.credence.server.operations;

import static io.credence.server.json.JsonTree.object;

import io.credence.model.Feature;
import io.credence.model.FeatureType;
import io.credence.model.Model;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The features of a model as JSON Schema. */
final class FeatureSchema {

  private FeatureSchema() {}

  /** A record: an object with the features, and whatever it has besides. */
  static Map<String, Object> record(Model model) {
    Map<String, Object> properties = new LinkedHashMap<>();
    List<String> required = new ArrayList<>();
    for (Feature feature : model.features()) {
      properties.put(feature.column(), nullable(feature, schema(model, feature)));
      if (!feature.mayBeMissing()) {
        required.add(feature.column());
      }
    }
    return object("type", "object", "properties", properties, "required", required);
  }

  private static Map<String, Object> nullable(Feature feature, Map<String, Object> schema) {
    return feature.mayBeMissing()
        ? object("anyOf", List.of(schema, object("type", "null")))
        : schema;
  }

  private static Map<String, Object> schema(Model model, Feature feature) {
    return switch (feature.type()) {
      case STRING -> levels(model, feature, "string", List.copyOf(feature.levels()));
      case DOUBLE, INT -> number(model, feature);
      case BOOL ->
          feature.acceptsNumbers()
              ? object("enum", List.of(true, false, 0, 1))
              : object("type", "boolean");
      case TIMESTAMP -> object("type", "string", "format", "date-time");
      case VECTOR ->
          object(
              "type",
              "array",
              "items",
              object("type", "number"),
              "minItems",
              feature.size(),
              "maxItems",
              feature.size());
    };
  }

  private static Map<String, Object> number(Model model, Feature feature) {
    String type = feature.type() == FeatureType.INT ? "integer" : "number";
    if (feature.hasLevels()) {
      List<Object> numbers =
          feature.levels().stream().map(each -> (Object) Long.valueOf(each)).toList();
      return levels(model, feature, type, numbers);
    }
    Map<String, Object> schema = object("type", type);
    if (feature.min() > Double.NEGATIVE_INFINITY) {
      schema.put("minimum", feature.min());
    }
    if (feature.max() < Double.POSITIVE_INFINITY) {
      schema.put("maximum", feature.max());
    }
    return schema;
  }

  /** Others than the model was trained on are only examples of what it takes. */
  private static Map<String, Object> levels(
      Model model, Feature feature, String type, List<Object> levels) {
    return object("type", type, model.acceptsUnseen(feature) ? "examples" : "enum", levels);
  }
}
