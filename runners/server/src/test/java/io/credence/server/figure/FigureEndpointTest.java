package io.credence.server.figure;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.credence.predict.PredictSpec;
import io.credence.score.ScoreSpec;
import io.credence.score.Scorer;
import io.credence.server.TestServer;
import io.credence.summary.Summary;
import io.credence.summary.SummarySpec;
import java.io.IOException;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FigureEndpointTest {

  private static TestServer server;

  @BeforeAll
  static void start() throws IOException {
    server = TestServer.ofSamples("category-slopes");
  }

  @AfterAll
  static void stop() throws IOException {
    server.close();
  }

  /** As the README of the project has it that these endpoints come from. */
  @Test
  void aPointAsTheFirstOfThemWasAsked() throws Exception {
    JsonNode answer =
        server.ask("/predict/v1.0.0/point", "{\"data\": {\"x\": 5, \"category\": 2}}");
    assertThat(answer.get("algo_param").asInt()).isEqualTo(100);
    assertThat(answer.get("y_pred").doubleValue()).isEqualTo(summary(5, 2, 100, 0.95, 0).median());
    assertThat(answer.get("model_version").asText()).isEqualTo("1.0.0");
    assertThat(answer.get("model_digest").asText()).hasSize(64);
    assertThat(answer.get("record_id").asText()).matches("[0-9a-f]{32}");
  }

  @Test
  void anInterval() throws Exception {
    JsonNode answer =
        server.ask(
            "/predict/v1.0.0/interval",
            "{\"hdi_probability\": 0.8, \"data\": {\"x\": 0.5, \"category\": 0},"
                + " \"algo_param\": {\"n_samples\": 1000}}");
    Summary expected = summary(0.5, 0, 1_000, 0.8, 0);
    assertThat(answer.get("y_pred_lower").doubleValue()).isEqualTo(expected.hdiLower(0));
    assertThat(answer.get("y_pred_upper").doubleValue()).isEqualTo(expected.hdiUpper(0));
    assertThat(answer.get("algo_param").asInt()).isEqualTo(1_000);
  }

  @Test
  void aDensity() throws Exception {
    JsonNode answer =
        server.ask(
            "/predict/v1.0.0/density", "{\"data\": {\"x\": 5, \"category\": 1}, \"bins\": 7}");
    Summary expected = summary(5, 1, 100, 0.95, 7);
    assertThat(numbers(answer.get("y_pred_density"))).containsExactly(expected.density());
    assertThat(numbers(answer.get("y_pred_bin_edges"))).containsExactly(expected.binEdges());
    double[] mids =
        IntStream.range(0, 7)
            .mapToDouble(i -> 0.5 * (expected.binEdges()[i] + expected.binEdges()[i + 1]))
            .toArray();
    assertThat(numbers(answer.get("y_pred_bin_mids"))).containsExactly(mids);
  }

  @Test
  void fiveBinsByDefault() {
    JsonNode answer =
        server.ask("/predict/v1.0.0/density", "{\"data\": {\"x\": 5, \"category\": 1}}");
    assertThat(answer.get("y_pred_density")).hasSize(5);
  }

  /** Whatever is asked of it, and however its numbers are written. */
  @Test
  void aRecordKeepsItsId() {
    String data = "{\"data\": {\"x\": 5, \"category\": 1}}";
    String other = "{\"data\": {\"category\": 1.0, \"x\": 5e0, \"note\": []}}";
    assertThat(server.ask("/predict/v1.0.0/density", data).get("record_id"))
        .isEqualTo(server.ask("/predict/v1.0.0/point", other).get("record_id"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "point    | {}                                                   | data                 |",
        "point    | {'data': 5}                                          | data                 |"
            + " 5",
        "point    | {'data': {'x': 1, 'category': 0}, 'bins': 3}         | bins                 |",
        "density  | {'data': {'x': 1, 'category': 0}, 'bins': 0}         | bins                 |"
            + " 0",
        "density  | {'data': {'x': 1, 'category': 0}, 'bins': 10001}     | bins                 |"
            + " 10001",
        "density  | {'data': {'x': 1, 'category': 0}, 'bins': 2.5}       | bins                 |"
            + " 2.5",
        "density  | {'data': {'x': 1, 'category': 0}, 'bins': '3'}       | bins                 |"
            + " the text '3'",
        "interval | {'data': {'x': 1, 'category': 0}, 'hdi_probability': 1}     | hdi_probability |"
            + " 1",
        "interval | {'data': {'x': 1, 'category': 0}, 'hdi_probability': 1e999} | hdi_probability |"
            + " 1e999",
        "point    | {'data': {'x': 1, 'category': 0}, 'algo_param': {'n_samples': 0}} |"
            + " algo_param.n_samples | 0",
        "point    | {'data': {'x': 1, 'category': 0}, 'algo_param': {'n': 5}} | algo_param.n |",
        "point    | {'data': {'x': 1, 'category': 0}, 'algo_param': 5}   | algo_param           |"
            + " 5",
        "point    | {'data': {'x': -1, 'category': 0}}                   | data.x               |"
            + " -1",
        "point    | {'data': {'x': 1e999, 'category': 0}}                | data.x               |"
            + " 1E+999",
        "point    | {'data': {'x': '1', 'category': 0}}                  | data.x               |"
            + " 1",
        "point    | {'data': {'x': 1}}                                   | data.category        |",
        "point    | {'data': {'x': 1, 'category': 1.5}}                  | data.category        |"
            + " 1.5"
      })
  void refuses(String figure, String body, String field, String value) {
    JsonNode refusal =
        server.refused(
            422, server.post("/predict/v1.0.0/" + figure.strip(), body.replace('\'', '"')));
    assertThat(refusal.get("field").asText("")).isEqualTo(field == null ? "" : field);
    assertThat(refusal.get("value").asText("")).isEqualTo(value == null ? "" : value);
  }

  private static Summary summary(double x, int category, int samples, double hdi, int bins)
      throws Exception {
    ScoreSpec spec =
        new ScoreSpec(
            PredictSpec.DEFAULT.withNumSamples(samples),
            SummarySpec.defaults().withHdi(hdi).withBins(bins),
            false);
    return Scorer.of(server.models().first().model(), spec)
        .score((List<?> record, int field) -> record.get(field), List.of(x, category))
        .summary();
  }

  private static double[] numbers(JsonNode list) {
    return IntStream.range(0, list.size()).mapToDouble(i -> list.get(i).doubleValue()).toArray();
  }
}
