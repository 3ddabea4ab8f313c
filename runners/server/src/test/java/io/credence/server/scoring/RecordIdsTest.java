package io.credence.server.scoring;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.credence.server.TestServer;
import java.io.IOException;
import java.net.URLEncoder;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** One record has one id and one set of bits, however its numbers are written and it is asked. */
class RecordIdsTest {

  private static final String POINT = "/predict/v1.0.0/point";
  private static final String RECORDS = "/v1/models/category-slopes:predict";
  private static final String TENSORS = "/v2/models/category-slopes/infer";

  private static TestServer keyed;
  private static TestServer plain;

  @BeforeAll
  static void start() throws IOException {
    String model = "--model=" + TestServer.folders("category-slopes");
    keyed = TestServer.of(model, "--keyField=id", "--numSamples=100");
    plain = TestServer.of(model, "--numSamples=100");
  }

  @AfterAll
  static void stop() throws IOException {
    keyed.close();
    plain.close();
  }

  @ParameterizedTest
  @CsvSource({"17, 17", "17.0, 17", "1.7e1, 17", "-0.0, 0", "0.50, 0.5", "1e999, 1E+999"})
  void ofAKey(String written, String id) {
    JsonNode point =
        keyed.ask(POINT, "{\"data\": {\"x\": 2, \"category\": 1, \"id\": %s}}".formatted(written));
    JsonNode record =
        keyed
            .ask(
                RECORDS,
                "{\"instances\": [{\"x\": 2.0, \"category\": 1.0, \"id\": %s}]}".formatted(written))
            .at("/predictions/0");
    JsonNode tensors = keyed.ask(TENSORS, tensors("2.00", written));
    assertThat(point.get("record_id").textValue()).isEqualTo(id);
    assertThat(record.get("record_id").textValue()).isEqualTo(id);
    assertThat(tensor(tensors, "record_id").textValue()).isEqualTo(id);
    assertThat(record.get("y_pred")).isEqualTo(point.get("y_pred"));
    assertThat(tensor(tensors, "y_pred")).isEqualTo(point.get("y_pred"));
  }

  private static String tensors(String x, String id) {
    return """
    {"inputs": [
      {"name": "x", "shape": [1], "datatype": "FP64", "data": [%s]},
      {"name": "category", "shape": [1], "datatype": "INT64", "data": [1]},
      {"name": "id", "shape": [1], "datatype": "FP64", "data": [%s]}]}
    """
        .formatted(x, id);
  }

  private static JsonNode tensor(JsonNode answer, String name) {
    for (JsonNode each : answer.get("outputs")) {
      if (each.get("name").asText().equals(name)) {
        return each.at("/data/0");
      }
    }
    throw new AssertionError(answer);
  }

  /** The page draws as many samples as the server does. */
  @ParameterizedTest
  @ValueSource(strings = {"17", "17.5", "1.7e1", "007", "a b", "true"})
  void ofAPersonWhoTypesIt(String typed) throws IOException {
    boolean isJson = typed.matches("[1-9].*|true");
    JsonNode point =
        keyed.ask(
            POINT,
            "{\"data\": {\"x\": 2, \"category\": 1, \"id\": %s}}"
                .formatted(isJson ? typed : '"' + typed + '"'));
    String page =
        keyed
            .send(
                keyed
                    .to("/")
                    .header("Content-Type", "application/x-www-form-urlencoded")
                    .POST(
                        BodyPublishers.ofString(
                            "data.x=2&data.category=1&data.id="
                                + URLEncoder.encode(typed, StandardCharsets.UTF_8))))
            .body();
    assertThat(page)
        .contains("Record " + point.get("record_id").textValue() + ";")
        .contains("value=\"" + point.get("y_pred").doubleValue() + "\"");
  }

  @Test
  void aKeyThatIsAListIsRefused() {
    assertThat(
            keyed
                .refused(
                    422, keyed.post(POINT, "{\"data\": {\"x\": 2, \"category\": 1, \"id\": [1]}}"))
                .get("code")
                .asText())
        .isEqualTo("WRONG_TYPE");
  }

  @ParameterizedTest
  @CsvSource({"17, 1", "17.0, 1.0", "1.7E1, 1e0", "17.000, 1.00"})
  void ofFeatures(String x, String category) {
    String record = "{\"x\": %s, \"category\": %s}".formatted(x, category);
    JsonNode first = plain.ask(POINT, "{\"data\": {\"x\": 17, \"category\": 1}}");
    JsonNode point = plain.ask(POINT, "{\"data\": " + record + "}");
    assertThat(point).isEqualTo(first);
    assertThat(
            plain.ask(RECORDS, "{\"instances\": [" + record + "]}").at("/predictions/0/record_id"))
        .isEqualTo(first.get("record_id"));
  }
}
