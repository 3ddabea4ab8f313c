package io.credence.server.operations;

import static io.credence.server.json.JsonTree.object;

import io.credence.model.Feature;
import io.credence.model.FeatureType;
import io.credence.model.Model;
import io.credence.server.scoring.ServedModel;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The features of a model as JSON Schema. */
final class FeatureSchema {

  private FeatureSchema() {}

  /** A record: an object with the features and the key, and whatever it has besides. */
  static Map<String, Object> record(ServedModel served) {
    Model model = served.model();
    String key = served.keyField();
    Map<String, Object> properties = new LinkedHashMap<>();
    Set<String> required = new LinkedHashSet<>();
    for (Feature feature : model.features()) {
      boolean isNeeded = !feature.mayBeMissing() || feature.column().equals(key);
      Map<String, Object> schema = schema(model, feature);
      properties.put(feature.column(), isNeeded ? schema : nullable(schema));
      if (isNeeded) {
        required.add(feature.column());
      }
    }
    if (key != null) {
      properties.putIfAbsent(key, object("type", List.of("string", "number", "boolean")));
      required.add(key);
    }
    return object("type", "object", "properties", properties, "required", List.copyOf(required));
  }

  private static Map<String, Object> nullable(Map<String, Object> schema) {
    return Schemas.either(schema, object("type", "null"));
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
      case VECTOR -> Schemas.list(Schemas.NUMBER, feature.size(), feature.size());
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
