package io.credence.server.records;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.credence.model.Model;
import io.credence.score.ScoreColumns;
import io.credence.score.ScoreSpec;
import io.credence.score.ScoredColumn;
import io.credence.score.ScoredRow;
import io.credence.score.Scorer;
import io.credence.server.TestServer;
import java.io.IOException;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RecordsEndpointTest {

  private static final String SLOPES = "/v1/models/category-slopes:predict";

  private static TestServer server;

  @BeforeAll
  static void start() throws IOException {
    server =
        TestServer.ofSamples("category-slopes", "flights", "gallery/claims", "gallery/categorical");
  }

  @AfterAll
  static void stop() throws IOException {
    server.close();
  }

  /** Two thousand records, in the columns and bits of a batch. */
  @Test
  void scoresAsABatchDoes() throws Exception {
    Model model = server.models().first().model();
    Scorer scorer = Scorer.of(model, ScoreSpec.DEFAULT);
    ScoreColumns columns = ScoreColumns.of(model, ScoreSpec.DEFAULT);
    for (int part = 0; part < 2; part++) {
      List<List<Object>> records = records(part * 1_000);
      JsonNode answer = server.ask(SLOPES, instances(records));
      assertThat(answer.get("n_records").asInt()).isEqualTo(1_000);
      assertThat(answer.get("n_dead_letters").asInt()).isZero();
      for (int i = 0; i < records.size(); i++) {
        ScoredRow row =
            columns.row(
                scorer.score((List<?> record, int field) -> record.get(field), records.get(i)));
        assertSame(answer.get("predictions").get(i), columns.columns(), row);
      }
    }
  }

  private static List<List<Object>> records(int from) {
    return IntStream.range(from, from + 1_000)
        .mapToObj(i -> List.<Object>of(i / 7.0, i % 4))
        .toList();
  }

  private static String instances(List<List<Object>> records) {
    return records.stream()
        .map(r -> "{\"x\": %s, \"category\": %s}".formatted(r.get(0), r.get(1)))
        .collect(Collectors.joining(", ", "{\"instances\": [", "]}"));
  }

  private static void assertSame(JsonNode json, List<ScoredColumn> columns, ScoredRow row) {
    for (int i = 0; i < columns.size(); i++) {
      JsonNode value = json.get(columns.get(i).name());
      switch (columns.get(i).type()) {
        case DOUBLE -> assertThat(value.doubleValue()).isEqualTo(row.doubleAt(i));
        case LONG -> assertThat(value.longValue()).isEqualTo(row.longAt(i));
        case STRING -> assertThat(value.textValue()).isEqualTo(row.stringAt(i));
        case DOUBLE_LIST ->
            assertThat(
                    IntStream.range(0, value.size())
                        .mapToDouble(k -> value.get(k).doubleValue())
                        .toArray())
                .containsExactly(row.doublesAt(i));
        case STRING_LIST -> assertThat(value).hasSize(row.stringsAt(i).size());
      }
    }
  }

  @Test
  void aBadRecordDoesNotStopTheOthers() {
    JsonNode answer =
        server.ask(
            SLOPES,
            """
            {"instances": [
              {"x": 1, "category": 0}, 7, {"x": -3, "category": 0, "deep": [{}]}, [{"x": 1}],
              {"x": [[1], "\\ud800"], "category": 1}, {"category": 1}, {"x": 2, "category": 2}]}
            """);
    JsonNode predictions = answer.get("predictions");
    assertThat(predictions).hasSize(7);
    assertThat(answer.get("n_dead_letters").asInt()).isEqualTo(5);
    assertThat(predictions.get(0).has("y_pred")).isTrue();
    assertThat(predictions.get(6).has("y_pred")).isTrue();
    assertThat(predictions.findValuesAsText("code"))
        .containsExactly(
            "UNDECODABLE", "OUT_OF_RANGE", "UNDECODABLE", "UNDECODABLE", "MISSING_FEATURE");
    assertThat(predictions.get(2).get("field").asText()).isEqualTo("instances[2].x");
    assertThat(predictions.get(2).get("value").asText()).isEqualTo("-3");
    assertThat(predictions.get(2).get("expected").asText()).isEqualTo("a number >= 0.0");
  }

  @Test
  void allThatScoreCanSay() {
    JsonNode answer =
        server.ask(
            SLOPES,
            """
            {"parameters": {"n_samples": 50, "hdi_probability": [0.9, 0.5], "eti_probability": 0.89,
             "quantiles": [0.1], "exceed": 1.5, "bins": 3, "emit_samples": true},
             "instances": [{"x": 1, "category": 0}]}
            """);
    JsonNode first = answer.get("predictions").get(0);
    assertThat(first.fieldNames())
        .toIterable()
        .contains("y_pred_hdi_50_lower", "y_pred_eti_89_upper", "y_pred_q_10", "y_pred_p_gt_1_5");
    assertThat(first.get("y_pred_density")).hasSize(3);
    assertThat(first.get("y_pred_samples")).hasSize(50);
    assertThat(first.get("n_samples").asInt()).isEqualTo(50);
  }

  /** JSON has no NaN. */
  @Test
  void theSpreadOfOneSampleIsNull() {
    JsonNode answer =
        server.ask(
            SLOPES,
            "{\"parameters\": {\"n_samples\": 1, \"bins\": 0}, \"instances\": [{\"x\": 1,"
                + " \"category\": 0}]}");
    assertThat(answer.get("predictions").get(0).get("y_pred_sd").isNull()).isTrue();
  }

  @Test
  void severalOutputs() {
    JsonNode answer =
        server.ask(
            "/v1/models/claims/versions/1.0.0:predict",
            "{\"instances\": [{\"age\": 40}], \"parameters\": {\"bins\": {\"loss\": 4},"
                + " \"n_samples\": 200}}");
    JsonNode first = answer.get("predictions").get(0);
    assertThat(first.get("loss_pred_density")).hasSize(4);
    assertThat(first.get("expected_pred_density")).hasSize(10);
    assertThat(first.get("large_pred_mean").isNumber()).isTrue();
  }

  @Test
  void classes() {
    JsonNode answer =
        server.ask(
            "/v1/models/categorical:predict",
            "{\"instances\": [{\"hinc\": 40, \"psize\": 1}], \"parameters\": {\"n_samples\": 20}}");
    JsonNode first = answer.get("predictions").get(0);
    assertThat(first.has("travel_pred_mode")).isTrue();
    assertThat(first.has("travel_pred_prob_air")).isTrue();
  }

  @Test
  void neitherHasAFigure() {
    JsonNode refusal =
        server.refused(404, server.post("/v1/models/flight:predict", "{\"instances\": []}"));
    assertThat(refusal.get("error").asText())
        .isEqualTo(
            "There is no model 'flight'; there are: category-slopes, flights, claims, categorical"
                + " (did you mean 'flights'?)");
    assertThat(
            server
                .refused(404, server.post("/v1/models/flights/versions/2:predict", "{}"))
                .get("error")
                .asText())
        .contains("is 1.0.0");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{}                                                             | instances",
        "{'instances': {}}                                              | instances",
        "{'instance': []}                                               | instance",
        "{'instances': [], 'parameters': {'bins': [1]}}                 | parameters.bins",
        "{'instances': [], 'parameters': {'quantiles': [0.1, 2]}}       | parameters.quantiles[1]",
        "{'instances': [], 'parameters': {'quantiles': [0.1, 0.1]}}     | parameters.quantiles",
        "{'instances': [], 'parameters': {'hdi_probability': []}}       |"
            + " parameters.hdi_probability",
        "{'instances': [], 'parameters': {'exceed': null}}              | parameters.exceed",
        "{'instances': [], 'parameters': {'bins': {'z': 3}}}            | parameters.bins.z",
        "{'instances': [], 'parameters': {'emit_samples': 1}}           | parameters.emit_samples",
        "{'instances': [], 'parameters': {'n_samples': 10001}}          | parameters.n_samples"
      })
  void refuses(String body, String field) {
    JsonNode refusal = server.refused(422, server.post(SLOPES, body.replace('\'', '"')));
    assertThat(refusal.get("field").asText()).isEqualTo(field);
  }

  @Test
  void noMoreRecordsThanAllowed() {
    String body =
        instances(IntStream.range(0, 1_001).mapToObj(i -> List.<Object>of(1, 1)).toList());
    JsonNode refusal = server.refused(422, server.post(SLOPES, body));
    assertThat(refusal.get("expected").asText()).contains("at most 1000 records");
  }
}
