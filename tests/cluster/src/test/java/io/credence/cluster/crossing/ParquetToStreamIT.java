package io.credence.cluster.crossing;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.credence.cluster.scoring.Credence;
import io.credence.cluster.scoring.ParquetRows;
import io.credence.cluster.scoring.Request;
import io.credence.cluster.scoring.Shared;
import io.credence.cluster.scoring.WarmCredence;
import io.credence.kit.kafka.KafkaBroker;
import io.credence.kit.kafka.KafkaTopics;
import io.credence.kit.process.Outcome;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.IsolationLevel;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Rows of files become messages, with the scores of a batch, on both runners. */
@Timeout(300)
@ExtendWith(Shared.class)
class ParquetToStreamIT {

  private static final Duration PATIENCE = Duration.ofMinutes(2);
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final Path FLIGHTS = Request.FLIGHTS_MODEL.resolve("january.parquet");

  @TempDir static Path folder;
  private static KafkaBroker broker;
  private static List<String> batch;

  @BeforeAll
  static void start(KafkaBroker shared) throws Exception {
    broker = shared;
    Path output = folder.resolve("batch");
    Request request = Request.flights(folder.resolve("in"), 1, 100);
    WarmCredence.succeed(request.arguments(output));
    batch = ParquetRows.of(ParquetRows.only(output));
  }

  @ParameterizedTest
  @ValueSource(strings = {"DirectRunner", "FlinkRunner"})
  void theSameBitsAsABatch(String runner) throws Exception {
    String name = "flights-" + runner;
    KafkaTopics topics = broker.topics();
    topics.create(name, 3);
    topics.create(name + "-dead", 1);

    Outcome outcome =
        new Credence(folder)
            .run(
                PATIENCE,
                "score",
                "--runner=" + runner,
                "--model=" + Request.FLIGHTS_MODEL,
                "--numSamples=100",
                "--input=" + FLIGHTS,
                "--output=" + topic(name),
                "--deadLetters=" + topic(name + "-dead"),
                "--maxDeadLetterShare=0.01");

    assertThat(outcome.exitCode()).as(outcome.text()).isEqualTo(3);
    assertThat(outcome.lines())
        .contains(
            "521 of 27004 records could not be scored, more than the share of 0.01 that is allowed;"
                + " the others are in the topic")
        .anyMatch(line -> line.matches("read +27,004"))
        .anyMatch(line -> line.matches("scored +26,483"))
        .anyMatch(line -> line.matches(" +MISSING_FEATURE +521"));
    List<ConsumerRecord<byte[], byte[]>> scored = read(name);
    assertThat(values(scored)).isEqualTo(trees(batch));
    assertThat(scored)
        .allSatisfy(
            record -> {
              assertThat(new String(record.key(), UTF_8)).isEqualTo(id(record));
              assertThat(header(record, "credence.model_name")).isEqualTo("flights");
            });
    List<ConsumerRecord<byte[], byte[]>> dead = read(name + "-dead");
    List<JsonNode> rows = trees(ParquetRows.of(FLIGHTS));
    assertThat(dead)
        .hasSize(Request.CANCELLED)
        .allSatisfy(
            record -> {
              assertThat(JSON.readTree(record.value())).isEqualTo(rows.get(row(record)));
              assertThat(header(record, "credence.dead_letter.code")).isEqualTo("MISSING_FEATURE");
              assertThat(header(record, "credence.dead_letter.feature")).isEqualTo("dep_delay");
              assertThat(header(record, "credence.dead_letter.file")).isEqualTo(FLIGHTS.toString());
              assertThat(header(record, "credence.dead_letter.row"))
                  .isEqualTo(Integer.toString(row(record)));
              assertThat(record.headers().lastHeader("credence.dead_letter.topic")).isNull();
            });
  }

  private static String topic(String name) {
    return broker.location(name);
  }

  /** In the order of the rows that they were made from. */
  private static List<ConsumerRecord<byte[], byte[]>> read(String topic) {
    List<ConsumerRecord<byte[], byte[]>> read =
        new ArrayList<>(broker.records().consume(topic, IsolationLevel.READ_COMMITTED));
    read.sort(Comparator.comparingInt(ParquetToStreamIT::row));
    return read;
  }

  private static int row(ConsumerRecord<byte[], byte[]> record) {
    String id = id(record);
    assertThat(id).startsWith(FLIGHTS + "/0/");
    return Integer.parseInt(id.substring(id.lastIndexOf('/') + 1));
  }

  private static String id(ConsumerRecord<byte[], byte[]> record) {
    return header(record, "credence.record_id");
  }

  private static String header(ConsumerRecord<byte[], byte[]> record, String name) {
    return new String(record.headers().lastHeader(name).value(), UTF_8);
  }

  private static List<JsonNode> values(List<ConsumerRecord<byte[], byte[]>> records)
      throws Exception {
    List<JsonNode> values = new ArrayList<>();
    for (ConsumerRecord<byte[], byte[]> record : records) {
      values.add(JSON.readTree(record.value()));
    }
    return values;
  }

  private static List<JsonNode> trees(List<String> rows) throws Exception {
    List<JsonNode> trees = new ArrayList<>();
    for (String row : rows) {
      trees.add(JSON.readTree(row));
    }
    return trees;
  }
}
