package io.credence.server.operations;

import static io.credence.server.json.JsonTree.object;
import static io.credence.server.operations.Schemas.COUNT;
import static io.credence.server.operations.Schemas.FIGURE;
import static io.credence.server.operations.Schemas.TEXT;
import static io.credence.server.operations.Schemas.TEXT_OR_NULL;
import static io.credence.server.operations.Schemas.TRUTH;

import io.credence.model.Model;
import java.util.List;
import java.util.Map;

/** What is answered, as JSON Schema. */
final class AnswerSchemas {

  private static final Map<String, Object> FIGURES = Schemas.list(FIGURE);

  private AnswerSchemas() {}

  static Map<String, Object> point() {
    return figure(object("y_pred", FIGURE));
  }

  static Map<String, Object> interval() {
    return figure(object("y_pred_lower", FIGURE, "y_pred_upper", FIGURE));
  }

  static Map<String, Object> density() {
    return figure(
        object("y_pred_bin_mids", FIGURES, "y_pred_density", FIGURES, "y_pred_bin_edges", FIGURES));
  }

  private static Map<String, Object> figure(Map<String, Object> figures) {
    figures.put("algo_param", COUNT);
    for (String text : List.of("record_id", "model_name", "model_version", "model_digest")) {
      figures.put(text, TEXT);
    }
    return Schemas.exact(figures);
  }

  /** A score for each record, or why there is none. */
  static Map<String, Object> records(Model model) {
    return Schemas.exact(
        object(
            "model_name",
            TEXT,
            "model_version",
            TEXT,
            "model_digest",
            TEXT,
            "predictions",
            Schemas.list(Schemas.either(ScoreSchema.of(model), Schemas.REFUSAL)),
            "n_records",
            COUNT,
            "n_dead_letters",
            COUNT));
  }

  /** What {@link Schemas#REFUSAL} refers to. */
  static Map<String, Object> refusal() {
    return Schemas.exact(
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

  static Map<String, Object> live() {
    return Schemas.exact(object("live", TRUTH));
  }

  static Map<String, Object> ready() {
    Map<String, Object> model =
        Schemas.exact(
            object("name", TEXT, "version", TEXT, "digest", TEXT, "verified_figures", COUNT));
    return Schemas.exact(object("ready", TRUTH, "models", Schemas.list(model)));
  }

  static Map<String, Object> kept() {
    return Schemas.exact(object("record_id", TEXT));
  }
}
