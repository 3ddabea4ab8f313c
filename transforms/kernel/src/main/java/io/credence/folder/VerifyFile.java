package io.credence.folder;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.credence.folder.VerifyCase.Figure;
import io.credence.problem.Excerpt;
import io.credence.problem.Problems;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Reads a verify file, one JSON object per line:
 *
 * <pre>
 * {"features": {"x": 5.0, "category": 1}, "mean": 6.25, "mean_mcse": 0.01,
 *  "sd": 0.75, "sd_mcse": 0.008, "quantiles": [{"p": 0.5, "value": 6.25, "mcse": 0.01}]}
 * </pre>
 *
 * The figures of a model with several outputs stand by output, and those of classes are their
 * probabilities:
 *
 * <pre>
 * {"features": {"write": 52.0}, "outputs": {"loss": {"mean": 6.25, "mean_mcse": 0.01},
 *  "program": {"probabilities": {"general": {"value": 0.25, "mcse": 0.005}}}}}
 * </pre>
 *
 * Every figure is optional, but each one that is given needs its Monte Carlo standard error, and a
 * case, or an output in it, needs at least one.
 */
final class VerifyFile {

  private static final ObjectMapper JSON =
      JsonMapper.builder()
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
          .build();

  /** Each takes a millisecond or so, for each job; a model that is wrong is so in fewer. */
  private static final int MAX_CASES = 10_000;

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
    Map<String, List<Figure>> figures = new LinkedHashMap<>();
    JsonNode outputs = json.path("outputs");
    if (outputs.isMissingNode()) {
      figures.put(VerifyCase.SOLE, new OutputFigures(line, log).read(json, "It"));
    } else if (!outputs.isObject() || outputs.isEmpty()) {
      log.add(line, "\"outputs\" must be of the form {\"loss\": {\"mean\": …}}");
    } else {
      refuseBesideOutputs(json, line);
      outputs
          .properties()
          .forEach(
              output ->
                  figures.put(
                      output.getKey(),
                      new OutputFigures(line, log)
                          .read(
                              output.getValue(), "Output '" + Excerpt.of(output.getKey()) + "'")));
    }
    cases.add(new VerifyCase(line, json.path("features"), figures));
  }

  private void refuseBesideOutputs(JsonNode json, int line) {
    for (String key : OutputFigures.KEYS) {
      if (json.has(key)) {
        log.add(
            line,
            "\"%s\" stands beside \"outputs\", and so is of no output; put it into one"
                .formatted(key));
      }
    }
  }
}
