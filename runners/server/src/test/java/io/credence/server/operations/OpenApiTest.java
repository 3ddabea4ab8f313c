package io.credence.server.operations;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion;
import com.networknt.schema.ValidationMessage;
import io.credence.server.TestServer;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What the server takes and answers is what its description says, for models of each kind. */
class OpenApiTest {

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final JsonSchemaFactory SCHEMAS =
      JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012);

  private static final String FLIGHT =
      "\"dep_delay\": 5, \"distance\": 50, \"carrier\": \"9E\", \"month\": 1";

  private static TestServer server;
  private static JsonNode document;

  @BeforeAll
  static void start(@TempDir Path folder) throws IOException {
    server =
        TestServer.of(
            "--model="
                + TestServer.folders(
                    "flights", "gallery/claims", "gallery/categorical", "gallery/neural-network"),
            "--keyField=id",
            "--feedback=" + folder);
    document = TestServer.json(server.get("/openapi.json"));
  }

  @AfterAll
  static void stop() throws IOException {
    server.close();
  }

  private static Set<ValidationMessage> faults(JsonNode schema, JsonNode value) {
    ObjectNode whole = schema.deepCopy();
    whole.set("components", document.get("components"));
    return SCHEMAS.getSchema(whole).validate(value);
  }

  private static JsonNode operation(String method, String path) {
    JsonNode operation = document.path("paths").path(path).path(method);
    assertThat(operation.isObject()).as(path).isTrue();
    return operation;
  }

  private static JsonNode schema(JsonNode content) {
    return content.at("/content/application~1json/schema");
  }

  /** The faults of a request. */
  private static Set<ValidationMessage> asked(String path, String body) throws IOException {
    return faults(schema(operation("post", path).get("requestBody")), JSON.readTree(body));
  }

  /** The faults of its answer, which is the one that its status says. */
  private static Set<ValidationMessage> answered(
      String method, String path, HttpResponse<String> answer) {
    JsonNode responses = operation(method, path).get("responses");
    String status = Integer.toString(answer.statusCode());
    JsonNode content = responses.has(status) ? responses.get(status) : responses.get("default");
    return faults(schema(content), TestServer.json(answer));
  }

  private static JsonNode requireDescribed(int status, String path, String body)
      throws IOException {
    HttpResponse<String> answer = server.post(path, body);
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(status);
    assertThat(answered("post", path, answer)).isEmpty();
    if (status < 300) {
      assertThat(asked(path, body)).as(body).isEmpty();
    }
    return TestServer.json(answer);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "point    | ",
        "interval | , \"hdi_probability\": 0.5",
        "density  | , \"bins\": 3, \"algo_param\": {\"n_samples\": 1}"
      })
  void figures(String figure, String more) throws IOException {
    String path = "/predict/v1.0.0/" + figure;
    String asked = more == null ? "" : more;
    requireDescribed(200, path, "{\"data\": {%s, \"id\": \"a\"}%s}".formatted(FLIGHT, asked));
    requireDescribed(422, path, "{\"data\": {%s}%s}".formatted(FLIGHT, asked));
    assertThat(asked(path, "{\"data\": {%s}}".formatted(FLIGHT))).as("no key").isNotEmpty();
  }

  /** With a record that is scored and one that is not. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "flights     | \"dep_delay\": 5, \"distance\": 50, \"carrier\": \"9E\", \"month\": 1 | arr_delay",
        "claims      | \"age\": 40                                                        | loss",
        "categorical | \"hinc\": 20, \"psize\": 2                                         | travel",
      })
  void records(String model, String record, String output) throws IOException {
    String path = "/v1/models/%s:predict".formatted(model);
    boolean hasNumbers = !model.equals("categorical");
    String parameters =
        """
        {"n_samples": 1, "emit_samples": true, "hdi_probability": [0.9, 0.505],
         "eti_probability": 0.5, "quantiles": [0.1, 0.995], "exceed": [-1.5, 1e6], "bins": 2}
        """;
    String byOutput =
        """
        {"bins": {"%s": 0}, "quantiles": {"%s": [0.25]}, "exceed": {"%s": 3}, "hdi_probability": {}}
        """
            .formatted(output, output, output);
    for (String each :
        hasNumbers ? new String[] {"{}", parameters, byOutput} : new String[] {"{}", parameters}) {
      JsonNode answer =
          requireDescribed(
              200,
              path,
              """
              {"instances": [{%s, "id": 17}, {%s, "id": "17"}], "parameters": %s}
              """
                  .formatted(record, record, each));
      assertThat(answer.get("n_dead_letters").asInt()).as(answer.toString()).isZero();
    }
    HttpResponse<String> dead = server.post(path, "{\"instances\": [{\"id\": 1}, {}]}");
    assertThat(dead.statusCode()).isEqualTo(200);
    assertThat(answered("post", path, dead)).isEmpty();
    assertThat(asked(path, "{\"instances\": [], \"parameters\": {\"bins\": {\"no\": 1}}}"))
        .isNotEmpty();
    requireDescribed(422, path, "{\"instances\": [], \"parameters\": {\"bins\": {\"no\": 1}}}");
  }

  @Test
  void answersOfOtherShapesAreNotDescribed() throws IOException {
    JsonNode answer =
        requireDescribed(
            200, "/v1/models/claims:predict", "{\"instances\": [{\"age\": 40, \"id\": 1}]}");
    JsonNode schema = schema(operation("post", "/v1/models/claims:predict").at("/responses/200"));
    for (String column : new String[] {"loss_pred_sd", "expected_pred", "record_id", "n_samples"}) {
      ObjectNode less = answer.deepCopy();
      ((ObjectNode) less.at("/predictions/0")).remove(column);
      assertThat(faults(schema, less)).as(column).isNotEmpty();
    }
    ObjectNode more = answer.deepCopy();
    ((ObjectNode) more.at("/predictions/0")).put("loss_pred_other", 1);
    assertThat(faults(schema, more)).isNotEmpty();
  }

  @Test
  void tensors() throws IOException {
    requireDescribed(
        200,
        "/v2/models/claims/infer",
        """
        {"id": "7", "inputs": [
           {"name": "age", "shape": [2], "datatype": "INT64", "data": [40, 5]},
           {"name": "id", "shape": [2, 1], "datatype": "BYTES", "data": [["a"], ["b"]]}],
         "outputs": [{"name": "loss_pred_density", "parameters": {"binary_data": false}},
                     {"name": "error"}, {"name": "n_samples"}],
         "parameters": {"binary_data_output": false, "bins": {"loss": 3}}}
        """);
    requireDescribed(422, "/v2/models/claims/infer", "{\"inputs\": []}");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/health/live",
        "/health/ready",
        "/v2/health/live",
        "/v2/health/ready",
        "/v2",
        "/v2/models/claims",
        "/v2/models/neural-network",
        "/v2/models/claims/ready"
      })
  void whatIsAskedWithoutABody(String path) {
    HttpResponse<String> answer = server.get(path);
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
    assertThat(answered("get", path, answer)).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "202 | flights     | 3.5",
        "202 | claims      | {\"large\": true, \"loss\": 1.5}",
        "202 | categorical | \"train\"",
        "422 | flights     | \"late\"",
        "422 | claims      | {\"large\": 0.5}",
        "422 | claims      | {}",
        "422 | claims      | 1",
        "422 | categorical | \"boat\"",
        "422 | categorical | 0"
      })
  void labels(int status, String model, String y) throws IOException {
    String body = "{\"record_id\": \"a\", \"model_name\": \"%s\", \"y\": %s}".formatted(model, y);
    requireDescribed(status, "/feedback", body);
    assertThat(asked("/feedback", body).isEmpty()).isEqualTo(status == 202);
  }
}
