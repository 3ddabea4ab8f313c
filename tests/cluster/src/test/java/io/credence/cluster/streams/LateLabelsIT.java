package io.credence.cluster.streams;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.credence.cluster.scoring.Credence;
import io.credence.cluster.scoring.Request;
import io.credence.kit.flink.FlinkCluster;
import io.credence.kit.kafka.KafkaBroker;
import io.credence.kit.kafka.KafkaRecords;
import io.credence.kit.kafka.KafkaTopics;
import io.credence.kit.process.Eventually;
import io.credence.kit.process.ManagedProcess;
import io.credence.kit.process.Outcome;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.IsolationLevel;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/**
 * A stream of scores is evaluated with labels that come in another topic: the same figures to the
 * byte in one process, on a cluster, in other orders, and after a worker was killed.
 */
@Timeout(600)
class LateLabelsIT {

  private static final Duration PATIENCE = Duration.ofMinutes(2);
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final int PARTITIONS = 3;
  private static final int FLIGHTS = 3_000;
  private static final int SCORED = FLIGHTS - FLIGHTS / Flights.CANCELLED_EACH;
  private static final long BEGIN = 1_767_225_600_000L; // 2026-01-01T00:00:00Z

  @TempDir static Path folder;
  private static KafkaBroker broker;
  private static KafkaTopics topics;
  private static KafkaRecords records;
  private static Credence credence;

  /** Flights are scored once; each next is two seconds later. */
  @BeforeAll
  static void score() throws Exception {
    broker = KafkaBroker.start(Files.createDirectories(folder.resolve("broker")), Map.of());
    topics = broker.topics();
    records = broker.records();
    credence = new Credence(folder);
    StreamCommand stream =
        StreamCommand.of(broker, "late").create(topics, PARTITIONS).with("--stopAt=latest");
    List<ProducerRecord<byte[], byte[]>> messages = new ArrayList<>();
    for (ProducerRecord<byte[], byte[]> each :
        Flights.messages(stream.input(), PARTITIONS, 0, FLIGHTS)) {
      long time = BEGIN + 2_000L * messages.size();
      messages.add(
          new ProducerRecord<>(each.topic(), each.partition(), time, each.key(), each.value()));
    }
    records.produce(messages);
    credence.succeed(PATIENCE, stream.arguments());
  }

  @AfterAll
  static void stop() {
    broker.close();
  }

  private static List<ProducerRecord<byte[], byte[]>> scores(String topic) {
    List<ProducerRecord<byte[], byte[]>> scores = new ArrayList<>();
    for (ConsumerRecord<byte[], byte[]> each :
        records.consume("late-scored", IsolationLevel.READ_COMMITTED)) {
      scores.add(
          new ProducerRecord<>(
              topic, each.partition(), each.timestamp(), each.key(), each.value(), each.headers()));
    }
    return scores;
  }

  /** One for each flight; every tenth is revised, every twentieth is then said once more. */
  private static List<ProducerRecord<byte[], byte[]>> labels(String topic) {
    Random random = new Random(1);
    List<ProducerRecord<byte[], byte[]>> labels = new ArrayList<>();
    for (int i = 0; i < FLIGHTS; i++) {
      if (!Flights.cancelled(i)) {
        labels.add(label(topic, i, 30 * random.nextGaussian(), 0));
        double revised = 30 * random.nextGaussian();
        if (i % 10 == 0) {
          labels.add(label(topic, i, revised, 1));
        }
        if (i % 20 == 0) {
          labels.add(label(topic, i, revised, 2));
        }
      }
    }
    return labels;
  }

  private static ProducerRecord<byte[], byte[]> label(
      String topic, int number, double delay, int revision) {
    String value = "{\"flight\": %s, \"arr_delay\": %s}".formatted(number, delay);
    ProducerRecord<byte[], byte[]> plain =
        KafkaRecords.text(topic, number % PARTITIONS, Integer.toString(number), value);
    long time = BEGIN + 2_000L * number + 60_000 + revision;
    return new ProducerRecord<>(topic, plain.partition(), time, plain.key(), plain.value());
  }

  private static String[] arguments(String name, String... more) {
    String[] arguments = {
      "evaluate",
      "--model=" + Request.FLIGHTS_MODEL,
      "--input=" + broker.location(name),
      "--labels=" + broker.location(name + "-labels"),
      "--labelKey=flight",
      "--label=arr_delay",
      "--by=month",
      "--numSamples=50",
      "--exact=false",
      "--output=" + folder.resolve(name)
    };
    return Request.and(arguments, more);
  }

  private static void create(String name) {
    topics.create(name, PARTITIONS);
    topics.create(name + "-labels", PARTITIONS);
  }

  @Test
  @Tag("long")
  void theSameBytesAfterAWorkerWasKilled() throws Exception {
    create("once");
    records.produce(scores("once"));
    records.produce(labels("once-labels"));
    Outcome outcome = credence.run(PATIENCE, arguments("once", "--stopAt=latest"));
    assertThat(outcome.exitCode()).as(outcome.text()).isIn(0, 4);
    assertCounts(JSON.readTree(folder.resolve("once/evaluation.json").toFile()).path("records"));

    create("killed");
    List<ProducerRecord<byte[], byte[]>> scores = scores("killed");
    List<ProducerRecord<byte[], byte[]>> labels = labels("killed-labels");
    Collections.shuffle(scores, new Random(1));
    Collections.shuffle(labels, new Random(2));
    try (FlinkCluster cluster =
            FlinkCluster.start(Files.createDirectories(folder.resolve("cluster")), 2, 1, Map.of());
        ManagedProcess submitter =
            credence.start(
                arguments(
                    "killed",
                    "--flinkMaster=" + cluster.address(),
                    "--flinkConfDir=" + cluster.conf(),
                    "--parallelism=2"))) {
      List<ManagedProcess> processes = new ArrayList<>(cluster.processes());
      processes.add(submitter);
      records.produce(labels.subList(0, labels.size() / 2));
      records.produce(scores.subList(0, scores.size() / 2));
      Eventually.await(
          "figures are there",
          PATIENCE,
          processes,
          () -> {
            assertThat(submitter.isAlive()).as(submitter.text()).isTrue();
            return Files.exists(folder.resolve("killed/evaluation.json"));
          });
      records.produce(scores.subList(scores.size() / 2, scores.size()));
      cluster.taskManager(1).kill();
      cluster.startTaskManager();
      records.produce(labels.subList(labels.size() / 2, labels.size()));
      Eventually.await(
          "all figures are as they are without a loss",
          PATIENCE,
          processes,
          () -> documents("killed").equals(documents("once")));
    }
  }

  private static void assertCounts(JsonNode counts) {
    assertThat(counts.path("read").asInt()).isEqualTo(SCORED);
    assertThat(counts.path("evaluated").asInt()).isEqualTo(SCORED);
    assertThat(counts.path("score_mismatch").asInt()).isZero();
    assertThat(counts.path("not_predicted").asInt()).isZero();
    assertThat(counts.path("label_revised").asInt()).isEqualTo(FLIGHTS / 10);
    assertThat(counts.path("label_repeated").asInt()).isEqualTo(FLIGHTS / 20);
  }

  /** By name; of windows, and since the start. */
  private static SortedMap<String, String> documents(String name) throws IOException {
    SortedMap<String, String> documents = new TreeMap<>();
    try (Stream<Path> files = Files.list(folder.resolve(name))) {
      for (Path file : files.filter(each -> each.toString().endsWith(".json")).toList()) {
        documents.put(String.valueOf(file.getFileName()), Files.readString(file));
      }
    }
    return documents;
  }
}
