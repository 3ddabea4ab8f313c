package io.credence.server.operations;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.credence.server.TestServer;
import java.io.IOException;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class OperationsTest {

  private static TestServer server;

  @BeforeAll
  static void start() throws IOException {
    server = TestServer.ofSamples("category-slopes", "flights");
  }

  @AfterAll
  static void stop() throws IOException {
    server.close();
  }

  @Test
  void health() {
    assertThat(TestServer.json(server.get("/health/live")).get("live").asBoolean()).isTrue();
    JsonNode ready = TestServer.json(server.get("/health/ready"));
    assertThat(ready.get("models")).hasSize(2);
    assertThat(ready.get("models").get(0).get("verified_figures").asInt()).isPositive();
  }

  /** Nothing that a client sends becomes a label. */
  @Test
  void metrics() {
    server.post("/v1/models/flights:predict", "{\"instances\": [{\"carrier\": \"SECRET\"}]}");
    server.get("/SECRET");
    server.post("/v1/models/SECRET:predict", "{}");
    server.post("/predict/v1.0.0/point", "{\"data\": {\"x\": 1, \"category\": 0}}");
    HttpResponse<String> answer = server.get("/metrics");
    assertThat(answer.headers().firstValue("Content-Type").orElseThrow())
        .startsWith("text/plain; version=0.0.4");
    assertThat(answer.body())
        .contains(
            "credence_requests_total{route=\"predict\",status=\"404\"} 1.0",
            "credence_requests_total{route=\"none\",status=\"404\"} 1.0",
            "credence_dead_letters_total{code=\"MISSING_FEATURE\",model=\"flights\",version=\"1.0.0\"}"
                + " 1.0",
            "credence_records_scored_total{model=\"category-slopes\",version=\"1.0.0\"} 1.0",
            "credence_request_seconds_bucket{route=\"point\"",
            "credence_model_info{digest=\"")
        .doesNotContain("SECRET");
  }

  @Test
  void aDescriptionMadeFromTheModels() {
    JsonNode document = TestServer.json(server.get("/openapi.json"));
    assertThat(document.get("openapi").asText()).isEqualTo("3.1.0");
    JsonNode data =
        document.at(
            "/paths/~1predict~1v1.0.0~1interval/post/requestBody/content/application~1json/schema");
    assertThat(data.at("/properties/data/properties/x").toString())
        .isEqualTo("{\"type\":\"number\",\"minimum\":0.0}");
    assertThat(data.at("/properties/data/required").toString()).isEqualTo("[\"x\",\"category\"]");
    JsonNode flights =
        document.at(
            "/paths/~1v1~1models~1flights:predict/post/requestBody/content/application~1json/schema/properties/instances/items/properties");
    assertThat(flights.at("/month/enum")).hasSize(12);
    assertThat(flights.at("/carrier/examples").isEmpty()).isFalse();
    assertThat(flights.has("carrier")).isTrue();
    assertThat(document.at("/paths").has("/feedback")).isFalse();
  }
}
