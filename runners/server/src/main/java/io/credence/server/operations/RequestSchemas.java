package io.credence.server.operations;

import static io.credence.server.json.JsonTree.object;

import io.credence.model.Model;
import io.credence.server.scoring.RequestLimits;
import java.util.List;
import java.util.Map;

/** What can be asked, as JSON Schema. */
final class RequestSchemas {

  private static final Map<String, Object> PROBABILITY =
      object("type", "number", "exclusiveMinimum", 0, "exclusiveMaximum", 1);

  private final RequestLimits limits;

  RequestSchemas(RequestLimits limits) {
    this.limits = limits;
  }

  Map<String, Object> point(Model model) {
    return figure(model, object());
  }

  Map<String, Object> interval(Model model) {
    return figure(model, object("hdi_probability", PROBABILITY));
  }

  Map<String, Object> density(Model model) {
    return figure(model, object("bins", whole(1, limits.bins())));
  }

  private Map<String, Object> figure(Model model, Map<String, Object> own) {
    Map<String, Object> members =
        object(
            "data",
            FeatureSchema.record(model),
            "algo_param",
            closed(object("n_samples", whole(1, limits.samples())), List.of()));
    members.putAll(own);
    return closed(members, List.of("data"));
  }

  Map<String, Object> records(Model model) {
    return closed(
        object(
            "instances",
            object(
                "type",
                "array",
                "maxItems",
                limits.records(),
                "items",
                FeatureSchema.record(model)),
            "parameters",
            parameters()),
        List.of("instances"));
  }

  Map<String, Object> tensors(Model model) {
    Map<String, Object> tensor =
        closed(
            object(
                "name",
                object("enum", model.features().stream().map(each -> each.column()).toList()),
                "datatype",
                object("type", "string", "examples", List.of("FP64", "INT64", "BYTES", "BOOL")),
                "shape",
                object("type", "array", "items", object("type", "integer", "minimum", 0)),
                "data",
                object("type", "array")),
            List.of("name", "shape", "datatype", "data"));
    return closed(
        object(
            "id",
            object("type", "string"),
            "inputs",
            object("type", "array", "items", tensor),
            "parameters",
            parameters()),
        List.of("inputs"));
  }

  private Map<String, Object> parameters() {
    Map<String, Object> probabilities = oneOrSeveral(PROBABILITY, 0);
    return closed(
        object(
            "n_samples",
            whole(1, limits.samples()),
            "emit_samples",
            object("type", "boolean"),
            "hdi_probability",
            oneOrSeveral(PROBABILITY, 1),
            "eti_probability",
            probabilities,
            "quantiles",
            probabilities,
            "exceed",
            oneOrSeveral(object("type", "number"), 0),
            "bins",
            whole(0, limits.bins())),
        List.of());
  }

  private static Map<String, Object> oneOrSeveral(Map<String, Object> one, int least) {
    return object(
        "anyOf",
        List.of(
            one,
            object(
                "type",
                "array",
                "items",
                one,
                "minItems",
                least,
                "maxItems",
                100,
                "uniqueItems",
                true)));
  }

  private static Map<String, Object> whole(int least, int most) {
    return object("type", "integer", "minimum", least, "maximum", most);
  }

  private static Map<String, Object> closed(Map<String, Object> members, List<String> required) {
    Map<String, Object> schema = object("type", "object");
    schema.put("properties", members);
    schema.put("required", required);
    schema.put("additionalProperties", false);
    return schema;
  }
}
