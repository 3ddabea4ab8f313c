package io.credence.folder;

import com.fasterxml.jackson.databind.JsonNode;
import io.credence.folder.VerifyCase.Figure;
import io.credence.folder.VerifyCase.Kind;
import io.credence.problem.Excerpt;
import io.credence.problem.Problems;
import java.util.ArrayList;
import java.util.List;

/** Reads the figures of one output in one line of a verify file. */
final class OutputFigures {

  /** What may stand where figures do. */
  static final List<String> KEYS =
      List.of("mean", "mean_mcse", "sd", "sd_mcse", "quantiles", "probabilities");

  private static final int MAX_QUOTED = 60;

  private final int line;
  private final Problems log;
  private final List<Figure> figures = new ArrayList<>();

  OutputFigures(int line, Problems log) {
    this.line = line;
    this.log = log;
  }

  /**
   * Reads the figures, or reports why that can't be done.
   *
   * @param what has them, for messages
   */
  List<Figure> read(JsonNode json, String what) {
    int before = log.list().size();
    if (json.has("mean")) {
      add(Kind.MEAN, 0.5, "", json, "mean", "mean_mcse");
    }
    if (json.has("sd")) {
      add(Kind.SD, 0.5, "", json, "sd", "sd_mcse");
    }
    json.path("quantiles").forEach(this::addQuantile);
    json.path("probabilities")
        .properties()
        .forEach(each -> add(Kind.CLASS, 0.5, each.getKey(), each.getValue(), "value", "mcse"));
    if (figures.isEmpty() && log.list().size() == before) {
      log.add(line, what + " has none of mean, sd, quantiles and probabilities");
    }
    return figures;
  }

  private void addQuantile(JsonNode quantile) {
    JsonNode p = quantile.path("p");
    double probability = p.isNumber() ? p.doubleValue() : -1;
    if (!(probability > 0 && probability < 1)) {
      log.add(line, "\"p\" must be in (0, 1), but is " + shown(p));
    } else {
      add(Kind.QUANTILE, probability, "", quantile, "value", "mcse");
    }
  }

  private void add(
      Kind kind, double probability, String label, JsonNode json, String key, String errorKey) {
    double value = json.path(key).asDouble(Double.NaN);
    double error = json.path(errorKey).asDouble(Double.NaN);
    if (!json.path(key).isNumber() || !json.path(errorKey).isNumber() || error < 0) {
      log.add(
          line,
          "\"%s\" and \"%s\" must be numbers, the second at least 0, but are %s and %s"
              .formatted(key, errorKey, shown(json.path(key)), shown(json.path(errorKey))));
    } else {
      figures.add(new Figure(kind, probability, label, value, error));
    }
  }

  private static String shown(JsonNode value) {
    return value.isMissingNode() ? "missing" : Excerpt.of(value.toString(), MAX_QUOTED);
  }
}
