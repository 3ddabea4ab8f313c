package io.credence.cluster.streams;

import static java.nio.charset.StandardCharsets.UTF_16LE;
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
import io.credence.kit.kafka.KafkaRecords;
import io.credence.kit.kafka.KafkaTopics;
import io.credence.kit.process.Eventually;
import io.credence.kit.process.ManagedProcess;
import io.credence.kit.process.Outcome;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.IsolationLevel;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** Messages of a topic leave with the scores that a batch gives to the same records. */
@Timeout(300)
@ExtendWith(Shared.class)
class StreamIT {

  private static final Duration PATIENCE = Duration.ofMinutes(2);
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final String CODE = "credence.dead_letter.code";

  @TempDir static Path folder;
  private static KafkaBroker broker;
  private static KafkaRecords records;

  @BeforeAll
  static void start(KafkaBroker shared) throws Exception {
    broker = shared;
    records = broker.records();
  }

  @Test
  void theSameBitsAsABatch() throws Exception {
    create("stream-flights", "stream-flights-scored", "stream-flights-dead");
    List<String> flights = ParquetRows.of(Request.FLIGHTS_MODEL.resolve("january.parquet"));
    produce("stream-flights", flights);
    Path batch = folder.resolve("batch");
    Request request = Request.flights(folder.resolve("in"), 1, 100);
    WarmCredence.succeed(request.arguments(batch));

    stream("stream-flights", flights.size());

    assertThat(byPosition("stream-flights-scored", flights))
        .isEqualTo(byPosition(ParquetRows.of(ParquetRows.only(batch))));
    assertThat(read("stream-flights-dead")).hasSize(Request.CANCELLED);
  }

  @Test
  @Tag("long")
  void poisonIsKeptAndTheStreamGoesOn() throws Exception {
    create("stream-poison", "stream-poison-scored", "stream-poison-dead");
    String good =
        "{\"dep_delay\":2.50,\"distance\":1400,\"carrier\":\"UA\",\"month\":1,\"more\": 1.10}";
    List<String> messages = new ArrayList<>();
    messages.add(good);
    messages.add("no JSON");
    messages.add("{\"dep_delay\": \"late\", \"distance\": 1, \"carrier\": \"UA\", \"month\": 1}");
    messages.add("[1]");
    messages.add(null);
    messages.add(good + good);
    messages.add("{}");
    messages.add(good);
    produce("stream-poison", messages);
    byte[] avro = {0, 0, 0, 0, 42, 2, 8};
    ProducerRecord<byte[], byte[]> framed =
        new ProducerRecord<>("stream-poison", 0, 0L, null, avro);
    framed.headers().add("nothing", null);
    ProducerRecord<byte[], byte[]> wide =
        new ProducerRecord<>("stream-poison", 0, null, good.getBytes(UTF_16LE));
    records.produce(List.of(framed, wide));

    stream("stream-poison", messages.size() + 2);

    assertThat(read("stream-poison-scored"))
        .hasSize(2)
        .allSatisfy(
            record ->
                assertThat(text(record))
                    .startsWith(good.substring(0, good.length() - 1) + ",\"arr_"));
    List<ConsumerRecord<byte[], byte[]>> letters = read("stream-poison-dead");
    assertThat(letters.stream().map(letter -> Ledger.header(letter, CODE)))
        .containsExactlyInAnyOrder(
            "UNDECODABLE",
            "UNDECODABLE",
            "UNDECODABLE",
            "WRONG_TYPE",
            "UNDECODABLE",
            "UNDECODABLE",
            "UNDECODABLE",
            "MISSING_FEATURE");
    assertThat(letters)
        .anySatisfy(letter -> assertThat(letter.value()).isEqualTo("no JSON".getBytes(UTF_8)))
        .anySatisfy(letter -> assertThat(letter.value()).isNull())
        .anySatisfy(
            letter -> {
              assertThat(letter.value()).isEqualTo(avro);
              assertThat(letter.headers().lastHeader("nothing").value()).isNull();
            });
  }

  @Test
  void requestsThatWouldLoseMessagesAreRefused() throws Exception {
    create("stream-r", "stream-r-scored", "stream-r-dead");
    assertThat(
            refused(
                "--input=" + topic("stream-r"),
                "--output=" + topic("stream-r"),
                "--deadLetters=" + topic("stream-r-dead")))
        .containsExactly(
            "--output=%1$s: must be another topic than %1$s".formatted(topic("stream-r")));
    assertThat(
            refused(
                "--input=" + topic("stream-r"),
                "--output=" + topic("stream-r-scored"),
                "--deadLetters=" + topic("none")))
        .containsExactly(
            "--deadLetters=%s: the broker has no topic 'none'; create it first"
                .formatted(topic("none")));
    assertThat(refused("--input=" + topic("stream-r"), "--output=" + topic("stream-r-scored")))
        .containsExactly("--deadLetters is required; credence help score explains it");
    assertThat(
            refused(
                "--input=" + topic("stream-r"),
                "--output=" + topic("stream-r-scored"),
                "--deadLetters=" + topic("stream-r-dead"),
                "--checkpointingInterval=-1"))
        .singleElement()
        .asString()
        .startsWith("--checkpointingInterval=-1: without checkpoints, messages are lost");
  }

  private static List<String> refused(String... options) throws Exception {
    String[] model = {"score", "--model=" + Request.FLIGHTS_MODEL};
    Outcome outcome = new Credence(folder).run(PATIENCE, Request.and(model, options));
    assertThat(outcome.exitCode()).as(outcome.text()).isEqualTo(2);
    return outcome.lines();
  }

  private static void create(String... names) {
    KafkaTopics topics = broker.topics();
    for (String name : names) {
      topics.create(name, 3);
    }
  }

  /** Each is keyed by its position in the list, and lies in the partition of that. */
  private static void produce(String topic, List<String> messages) {
    List<ProducerRecord<byte[], byte[]>> all = new ArrayList<>();
    for (int i = 0; i < messages.size(); i++) {
      all.add(KafkaRecords.text(topic, i % 3, Integer.toString(i), messages.get(i)));
    }
    records.produce(all);
  }

  /** Scores a topic until all of its messages came out, and kills the job then. */
  private static void stream(String name, int messages) throws Exception {
    try (ManagedProcess job =
        new Credence(folder)
            .start(
                "score",
                "--model=" + Request.FLIGHTS_MODEL,
                "--numSamples=100",
                "--input=" + topic(name),
                "--output=" + topic(name + "-scored"),
                "--deadLetters=" + topic(name + "-dead"))) {
      Eventually.await(
          messages + " messages are scored",
          PATIENCE,
          List.of(job, broker.process()),
          () -> {
            assertThat(job.isAlive()).as(job.text()).isTrue();
            return read(name + "-scored").size() + read(name + "-dead").size() >= messages;
          });
    }
  }

  private static String topic(String name) {
    return broker.location(name);
  }

  private static List<ConsumerRecord<byte[], byte[]>> read(String topic) {
    return records.consume(topic, IsolationLevel.READ_COMMITTED);
  }

  private static String text(ConsumerRecord<byte[], byte[]> record) {
    return new String(record.value(), UTF_8);
  }

  /** What came out, each beneath what went in; and each once, since nothing was killed before. */
  private static Map<String, List<JsonNode>> byPosition(String topic, List<String> inputs)
      throws Exception {
    Map<String, List<JsonNode>> scored = new HashMap<>();
    for (ConsumerRecord<byte[], byte[]> record : read(topic)) {
      assertThat(Ledger.header(record, Ledger.ID)).startsWith("stream-flights/");
      String input = inputs.get(Integer.parseInt(new String(record.key(), UTF_8)));
      assertThat(text(record)).startsWith(input.substring(0, input.length() - 1));
      add(scored, text(record));
    }
    return scored;
  }

  private static Map<String, List<JsonNode>> byPosition(List<String> rows) throws Exception {
    Map<String, List<JsonNode>> scored = new HashMap<>();
    for (String row : rows) {
      add(scored, row);
    }
    return scored;
  }

  private static void add(Map<String, List<JsonNode>> scored, String row) throws Exception {
    JsonNode tree = JSON.readTree(row);
    List<JsonNode> equal =
        scored.computeIfAbsent(
            row.substring(0, row.indexOf(",\"arr_delay_pred\"")), k -> new ArrayList<>());
    equal.add(tree);
  }
}
