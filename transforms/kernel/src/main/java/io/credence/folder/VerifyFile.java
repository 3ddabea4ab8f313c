package io.credence.folder;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.credence.folder.VerifyCase.Figure;
import io.credence.folder.VerifyCase.Kind;
import io.credence.problem.Excerpt;
import io.credence.problem.Problems;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * Reads a verify file, one JSON object per line:
 *
 * <pre>
 * {"features": {"x": 5.0, "category": 1}, "mean": 6.25, "mean_mcse": 0.01,
 *  "sd": 0.75, "sd_mcse": 0.008, "quantiles": [{"p": 0.5, "value": 6.25, "mcse": 0.01}]}
 * </pre>
 *
 * Every figure is optional, but each one that is given needs its Monte Carlo standard error, and a
 * case needs at least one.
 */
final class VerifyFile {

  private static final ObjectMapper JSON =
      JsonMapper.builder()
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
          .build();

  /** Each takes a millisecond or so, for each job; a model that is wrong is so in fewer. */
  private static final int MAX_CASES = 10_000;

  private static final int MAX_QUOTED = 60;
  private static final int MAX_EXPLAINED = 160;

  private final Problems log;

  private VerifyFile(Problems log) {
    this.log = log;
  }

  static List<VerifyCase> read(byte[] content, Problems log) {
    try {
      String text = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(content)).toString();
      return new VerifyFile(log).read(text);
    } catch (CharacterCodingException e) {
      log.add("It is no text in UTF-8");
      return List.of();
    }
  }

  private List<VerifyCase> read(String text) {
    List<VerifyCase> cases = new ArrayList<>();
    int number = 0;
    for (String line : (Iterable<String>) text.lines()::iterator) {
      number++;
      if (cases.size() == MAX_CASES && !line.isBlank()) {
        log.add(
            number,
            "It holds more than %s cases, which take too long to check for each job; keep some"
                .formatted(MAX_CASES));
        return cases;
      }
      if (!line.isBlank()) {
        readLine(line, number, cases);
      }
    }
    if (cases.isEmpty()) {
      log.add("It holds no case that could be checked");
    }
    return cases;
  }

  private void readLine(String text, int line, List<VerifyCase> cases) {
    JsonNode json;
    try {
      json = JSON.readTree(text);
    } catch (JsonProcessingException e) {
      log.add(line, "It is no valid JSON: " + Excerpt.of(e.getOriginalMessage(), MAX_EXPLAINED));
      return;
    }
    if (!json.path("features").isObject()) {
      log.add(line, "It needs \"features\": {…}");
      return;
    }
    List<Figure> figures = new ArrayList<>();
    addFigure(json, "mean", "mean_mcse", Kind.MEAN, line, figures);
    addFigure(json, "sd", "sd_mcse", Kind.SD, line, figures);
    for (JsonNode quantile : json.path("quantiles")) {
      addFigure(quantile, "value", "mcse", Kind.QUANTILE, line, figures);
    }
    if (figures.isEmpty()) {
      log.add(line, "It has none of mean, sd and quantiles");
    }
    cases.add(new VerifyCase(line, json.path("features"), figures));
  }

  private void addFigure(
      JsonNode json, String key, String errorKey, Kind kind, int line, List<Figure> figures) {
    if (!json.has(key) && kind != Kind.QUANTILE) {
      return;
    }
    JsonNode p = json.path("p");
    double probability = kind != Kind.QUANTILE ? 0.5 : p.isNumber() ? p.doubleValue() : -1;
    double value = json.path(key).asDouble(Double.NaN);
    double error = json.path(errorKey).asDouble(Double.NaN);
    if (!json.path(key).isNumber() || !json.path(errorKey).isNumber() || error < 0) {
      log.add(
          line,
          "\"%s\" and \"%s\" must be numbers, the second at least 0, but are %s and %s"
              .formatted(key, errorKey, shown(json.path(key)), shown(json.path(errorKey))));
    } else if (!(probability > 0 && probability < 1)) {
      log.add(line, "\"p\" must be in (0, 1), but is " + shown(json.path("p")));
    } else {
      figures.add(new Figure(kind, probability, value, error));
    }
  }

  private static String shown(JsonNode value) {
    return value.isMissingNode() ? "missing" : Excerpt.of(value.toString(), MAX_QUOTED);
  }
}
