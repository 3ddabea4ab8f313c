package io.credence.server.operations;

import static io.credence.server.json.JsonTree.object;
import static io.credence.server.operations.Schemas.COUNT;
import static io.credence.server.operations.Schemas.FIGURE;
import static io.credence.server.operations.Schemas.TEXT;

import io.credence.model.Model;
import io.credence.model.Output;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The columns of a record's score as JSON Schema, whichever figures are asked for. */
final class ScoreSchema {

  private static final Map<String, Object> SHARE =
      object("type", "number", "minimum", 0, "maximum", 1);
  private static final Map<String, Object> FIGURES = Schemas.list(FIGURE);

  private final Map<String, Object> always = new LinkedHashMap<>();
  private final Map<String, Object> ifAsked = new LinkedHashMap<>();
  private final Map<String, Object> patterns = new LinkedHashMap<>();

  private ScoreSchema() {}

  static Map<String, Object> of(Model model) {
    ScoreSchema score = new ScoreSchema();
    score.always.put("record_id", TEXT);
    model.outputs().forEach(score::add);
    score.addLineage(model);
    Map<String, Object> properties = new LinkedHashMap<>(score.always);
    properties.putAll(score.ifAsked);
    return object(
        "type",
        "object",
        "properties",
        properties,
        "patternProperties",
        score.patterns,
        "required",
        new ArrayList<>(score.always.keySet()),
        "additionalProperties",
        false);
  }

  private void add(Output output) {
    String prefix = output.name() + "_pred";
    if (output.hasClasses()) {
      always.put(prefix + "_mode", object("type", "string", "enum", output.classes()));
      for (String label : output.classes()) {
        always.put(prefix + "_prob_" + Output.legible(label), SHARE);
      }
    } else {
      addFigures(prefix);
    }
    ifAsked.put(prefix + "_samples", Schemas.list(Schemas.NUMBER));
  }

  private void addFigures(String prefix) {
    for (String figure : List.of("", "_mean", "_sd", "_lower", "_upper")) {
      always.put(prefix + figure, FIGURE);
    }
    ifAsked.put(prefix + "_bin_edges", FIGURES);
    ifAsked.put(prefix + "_density", FIGURES);
    patterns.put("^" + prefix + "_(hdi|eti)_[0-9_]+_(lower|upper)$", FIGURE);
    patterns.put("^" + prefix + "_q_[0-9_]+$", FIGURE);
    patterns.put("^" + prefix + "_p_gt_m?[0-9_]+$", SHARE);
  }

  private void addLineage(Model model) {
    for (String text : List.of("model_name", "model_version", "model_digest")) {
      always.put(text, TEXT);
    }
    always.put("n_samples", COUNT);
    if (model.acceptsUnseenLevels()) {
      always.put("unseen_levels", Schemas.list(TEXT));
    }
  }
}
