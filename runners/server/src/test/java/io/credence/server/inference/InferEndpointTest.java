package io.credence.server.inference;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.credence.server.TestServer;
import java.io.IOException;
import java.net.http.HttpRequest.BodyPublishers;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class InferEndpointTest {

  private static final String SLOPES = "/v2/models/category-slopes";

  private static TestServer server;

  @BeforeAll
  static void start() throws IOException {
    server = TestServer.ofSamples("category-slopes", "flights");
  }

  @AfterAll
  static void stop() throws IOException {
    server.close();
  }

  /** The tensors of an answer, by their names. */
  private static JsonNode outputs(JsonNode answer) {
    ObjectNode outputs = JsonNodeFactory.instance.objectNode();
    answer.get("outputs").forEach(each -> outputs.set(each.get("name").asText(), each));
    return outputs;
  }

  @Test
  void tensorsHaveTheBitsOfRecords() {
    JsonNode answer =
        server.ask(
            SLOPES + "/infer",
            """
            {"id": "7", "inputs": [
              {"name": "x", "shape": [3, 1], "datatype": "FP64", "data": [[1.5], [-2], [4]]},
              {"name": "category", "shape": [3], "datatype": "INT64", "data": [0, 1, null]}]}
            """);
    JsonNode records =
        server
            .ask(
                "/v1/models/category-slopes:predict",
                "{\"instances\": [{\"x\": 1.5, \"category\": 0}, {\"x\": -2}, {\"x\": 4}]}")
            .get("predictions");
    JsonNode outputs = outputs(answer);
    assertThat(answer.get("id").asText()).isEqualTo("7");
    assertThat(answer.get("model_name").asText()).isEqualTo("category-slopes");
    for (String name : new String[] {"y_pred", "y_pred_lower", "y_pred_sd", "record_id"}) {
      assertThat(outputs.get(name).get("data").get(0)).isEqualTo(records.get(0).get(name));
      assertThat(outputs.get(name).get("data").get(1).isNull()).isTrue();
      assertThat(outputs.get(name).get("shape").get(0).asInt()).isEqualTo(3);
    }
    assertThat(outputs.get("n_samples").get("data").toString()).isEqualTo("[1000,0,0]");
    JsonNode density = outputs.get("y_pred_density");
    assertThat(density.get("shape").toString()).isEqualTo("[3,10]");
    assertThat(density.get("data")).hasSize(30);
    for (int i = 0; i < 10; i++) {
      assertThat(density.get("data").get(i)).isEqualTo(records.get(0).get("y_pred_density").get(i));
    }
    assertThat(outputs.get("error_code").get("data").toString())
        .isEqualTo("[null,\"OUT_OF_RANGE\",\"MISSING_FEATURE\"]");
  }

  @Test
  void onlyWhatIsWanted() {
    JsonNode answer =
        server.ask(
            SLOPES + "/versions/1.0.0/infer",
            """
            {"inputs": [
              {"name": "x", "shape": [1], "datatype": "FP32", "data": [1]},
              {"name": "category", "shape": [1], "datatype": "INT32", "data": [1]}],
             "outputs": [{"name": "y_pred_q_10", "parameters": {"binary_data": false}}],
             "parameters": {"quantiles": [0.1], "n_samples": 50, "binary_data_output": true}}
            """);
    assertThat(outputs(answer).fieldNames()).toIterable().containsExactly("y_pred_q_10");
  }

  @Test
  void levelsAreBytes() {
    JsonNode answer =
        server.ask(
            "/v2/models/flights/infer",
            """
            {"inputs": [
              {"name": "dep_delay", "shape": [1], "datatype": "FP64", "data": [3]},
              {"name": "distance", "shape": [1], "datatype": "FP64", "data": [800]},
              {"name": "carrier", "shape": [1], "datatype": "BYTES", "data": ["UA"]},
              {"name": "month", "shape": [1], "datatype": "INT64", "data": [1]}]}
            """);
    assertThat(outputs(answer).get("error").get("data").toString()).isEqualTo("[null]");
  }

  /** Triton's client sends none with tensors that are JSON. */
  @Test
  void aBodyWithoutAType() {
    String body =
        "{\"inputs\": [{\"name\": \"x\", \"shape\": [1], \"datatype\": \"FP64\", \"data\": [1]}]}";
    assertThat(
            server
                .send(server.to(SLOPES + "/infer").POST(BodyPublishers.ofString(body)))
                .statusCode())
        .isEqualTo(200);
    server.refused(
        415,
        server.send(
            server
                .to(SLOPES + "/infer")
                .header("Content-Type", "text/plain")
                .POST(BodyPublishers.ofString(body))));
  }

  @Test
  void metadata() {
    JsonNode model = TestServer.json(server.get("/v2/models/flights/versions/1.0.0"));
    assertThat(model.get("versions").toString()).isEqualTo("[\"1.0.0\"]");
    assertThat(model.get("inputs").get(2).toString())
        .isEqualTo("{\"name\":\"carrier\",\"datatype\":\"BYTES\",\"shape\":[-1]}");
    assertThat(model.get("outputs").get(0).get("name").asText()).isEqualTo("arr_delay_pred");
    assertThat(TestServer.json(server.get("/v2/models/flights/ready")).get("ready").asBoolean())
        .isTrue();
    assertThat(TestServer.json(server.get("/v2")).get("name").asText()).isEqualTo("credence");
    assertThat(server.get("/v2/health/live").statusCode()).isEqualTo(200);
    assertThat(server.get("/v2/health/ready").statusCode()).isEqualTo(200);
    server.refused(404, server.get("/v2/models/nights"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{}                                                                    | inputs",
        "{'inputs': []}                                                        | inputs",
        "{'inputs': [{'name': 'x'}]}                                           | inputs[0]",
        "{'inputs': [{'name': 'z', 'shape': [1], 'datatype': 'FP64', 'data': [1]}]} |"
            + " inputs[0].name",
        "{'inputs': [{'name': 'x', 'shape': [1], 'datatype': 'F', 'data': [1]}]}    |"
            + " inputs[0].datatype",
        "{'inputs': [{'name': 'x', 'shape': [2], 'datatype': 'FP64', 'data': [1]}]} |"
            + " inputs[0].shape",
        "{'inputs': [{'name': 'x', 'shape': [1, 2], 'datatype': 'FP64', 'data': [1, 2]}]} |"
            + " inputs[0].shape",
        "{'inputs': [{'name': 'x', 'shape': [], 'datatype': 'FP64', 'data': [1]}]} |"
            + " inputs[0].shape",
        "{'inputs': [{'name': 'x', 'shape': [-1], 'datatype': 'FP64', 'data': [1]}]} |"
            + " inputs[0].shape",
        "{'inputs': [{'name': 'x', 'shape': [2147483647, 2147483647, 2147483647], 'datatype':"
            + " 'FP64', 'data': [1]}]} | inputs[0].shape",
        "{'inputs': [{'name': 'x', 'shape': [1], 'datatype': 'FP64', 'parameters':"
            + " {'binary_data_size': 8}}]} | inputs[0].parameters",
        "{'inputs': [{'name': 'x', 'shape': [1], 'datatype': 'FP64', 'data': [1]}], 'outputs':"
            + " [{'name': 'mode'}]} | outputs"
      })
  void refuses(String body, String field) {
    JsonNode refusal = server.refused(422, server.post(SLOPES + "/infer", body.replace('\'', '"')));
    assertThat(refusal.get("field").asText()).isEqualTo(field);
  }
}
