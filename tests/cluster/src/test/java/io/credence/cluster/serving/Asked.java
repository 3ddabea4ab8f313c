package io.credence.cluster.serving;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.StreamSupport;

/**
 * The three ways to ask for a score, each compared with rows that {@code credence score} has
 * written.
 *
 * @param model what the Open Inference Protocol says of it
 */
record Asked(Server server, JsonNode model) {

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final String FIGURES = "/predict/v1.0.0/";

  /** Of a server of one model. */
  static Asked of(Server server) throws IOException {
    String name = server.get("/health/ready").at("/models/0/name").asText();
    return new Asked(server, server.get("/v2/models/" + name));
  }

  private String name() {
    return model.get("name").asText();
  }

  /** All columns of records. */
  void compareRecords(List<JsonNode> rows, int atOnce) throws IOException {
    for (int from = 0; from < rows.size(); from += atOnce) {
      List<JsonNode> some = rows.subList(from, from + atOnce);
      ObjectNode request = JSON.createObjectNode();
      some.forEach(row -> request.withArray("instances").add(features(row)));
      JsonNode answer = server.ask("/v1/models/" + name() + ":predict", request);
      assertThat(answer.get("predictions")).hasSize(atOnce);
      for (int i = 0; i < atOnce; i++) {
        ObjectNode prediction = (ObjectNode) answer.get("predictions").get(i);
        assertThat(prediction.remove("record_id")).isNotNull();
        assertThat(prediction).isEqualTo(score(some.get(i)));
      }
    }
  }

  /** All columns as tensors. */
  void compareTensors(List<JsonNode> rows, int atOnce) throws IOException {
    for (int from = 0; from < rows.size(); from += atOnce) {
      List<JsonNode> some = rows.subList(from, from + atOnce);
      ObjectNode request = JSON.createObjectNode();
      for (JsonNode input : model.get("inputs")) {
        ObjectNode tensor = request.withArray("inputs").addObject();
        tensor.setAll((ObjectNode) input);
        tensor.putArray("shape").add(atOnce);
        some.forEach(row -> tensor.withArray("data").add(row.get(input.get("name").asText())));
      }
      JsonNode answer = server.ask("/v2/models/" + name() + "/infer", request);
      List<String> compared = new ArrayList<>();
      for (JsonNode tensor : answer.get("outputs")) {
        String column = tensor.get("name").asText();
        if (some.get(0).has(column)) {
          compared.add(column);
          compareTensor(tensor, some.stream().map(row -> row.get(column)).toList());
        }
      }
      assertThat(score(some.get(0)).fieldNames()).toIterable().containsExactlyElementsOf(compared);
    }
  }

  /** A list has a row of the tensor, filled up with nulls; of texts, one text. */
  private static void compareTensor(JsonNode tensor, List<JsonNode> values) {
    int size = tensor.get("shape").path(1).asInt(1);
    ArrayNode expected = JSON.createArrayNode();
    for (JsonNode value : values) {
      if (!value.isArray()) {
        expected.add(value);
      } else if (tensor.get("datatype").asText().equals("BYTES")) {
        expected.add(
            String.join(
                ", ",
                StreamSupport.stream(value.spliterator(), false).map(JsonNode::asText).toList()));
      } else {
        IntStream.range(0, size).forEach(i -> expected.add(value.get(i)));
      }
    }
    assertThat(tensor.get("data")).isEqualTo(expected);
  }

  /** A point, an interval and a density of each record, as many samples as a batch draws. */
  void compareFigures(List<JsonNode> rows) throws IOException {
    String target = model.at("/outputs/0/name").asText();
    for (JsonNode row : rows) {
      assertThat(figure("point", row).get("y_pred")).isEqualTo(row.get(target));
      JsonNode interval = figure("interval", row);
      for (String end : List.of("_lower", "_upper")) {
        assertThat(interval.get("y_pred" + end)).isEqualTo(row.get(target + end));
      }
      JsonNode density = figure("density", row);
      assertThat(density.get("y_pred_density")).isEqualTo(row.get(target + "_density"));
      assertThat(density.get("y_pred_bin_edges")).isEqualTo(row.get(target + "_bin_edges"));
    }
  }

  private JsonNode figure(String which, JsonNode row) throws IOException {
    ObjectNode request = JSON.createObjectNode();
    request.set("data", features(row));
    request.putObject("algo_param").put("n_samples", 1_000);
    if (which.equals("density")) {
      request.put("bins", 10);
    }
    return server.ask(FIGURES + which, request);
  }

  private ObjectNode features(JsonNode row) {
    ObjectNode features = JSON.createObjectNode();
    for (JsonNode input : model.get("inputs")) {
      String name = input.get("name").asText();
      features.set(name, row.get(name));
    }
    return features;
  }

  /** The columns behind those of the input, which begin with the prediction. */
  private ObjectNode score(JsonNode row) {
    ObjectNode score = JSON.createObjectNode();
    String first = model.at("/outputs/0/name").asText();
    for (var field : row.properties()) {
      if (!score.isEmpty() || field.getKey().equals(first)) {
        score.set(field.getKey(), field.getValue());
      }
    }
    return score;
  }
}
