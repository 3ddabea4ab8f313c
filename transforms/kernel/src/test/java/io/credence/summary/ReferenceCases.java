package io.credence.summary;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;

/**
 * The figures of NumPy 2.4.6 and ArviZ for 89 arrays, made with {@code make_reference_cases.py}.
 * Floats are shortest round-trip decimals, NaN and infinities are strings.
 */
final class ReferenceCases {

  private static final JsonNode ROOT = read();

  private ReferenceCases() {}

  static Stream<JsonNode> finite() {
    return stream(ROOT.get("cases"));
  }

  static Stream<JsonNode> notFinite() {
    return stream(ROOT.get("non_finite"));
  }

  /** Rows of probability, n, floor(probability * n). */
  static Stream<JsonNode> spans() {
    return stream(ROOT.get("index_table_prob_n_floor"));
  }

  static Stream<Map.Entry<String, JsonNode>> fields(JsonNode node) {
    return node.properties().stream();
  }

  static double[] doubles(JsonNode node) {
    return stream(node).mapToDouble(ReferenceCases::number).toArray();
  }

  static double number(JsonNode node) {
    return node.isTextual() ? Double.parseDouble(node.textValue()) : node.doubleValue();
  }

  private static Stream<JsonNode> stream(JsonNode array) {
    return Stream.iterate(0, i -> i < array.size(), i -> i + 1).map(array::get);
  }

  private static JsonNode read() {
    try (InputStream in =
        Objects.requireNonNull(ReferenceCases.class.getResourceAsStream("reference-cases.json"))) {
      return new ObjectMapper().readTree(in);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
