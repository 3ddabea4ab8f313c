package io.credence.cluster.streams;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import io.credence.cluster.scoring.Credence;
import io.credence.kit.flink.FlinkCluster;
import io.credence.kit.flink.FlinkRest;
import io.credence.kit.kafka.KafkaBroker;
import io.credence.kit.kafka.KafkaRecords;
import io.credence.kit.kafka.KafkaTopics;
import io.credence.kit.process.Eventually;
import io.credence.kit.process.Outcome;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.kafka.common.IsolationLevel;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInfo;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** A broker with TLS and a password, which only readers of its file get to see. */
@Timeout(300)
class SecureStreamIT {

  private static final Duration PATIENCE = Duration.ofMinutes(2);

  /** A wrong setting is reported within this. */
  private static final Duration SOON = Duration.ofSeconds(30);

  private static final String PASSWORD = "Tortoise-4711";
  private static final int MESSAGES = 1_000;

  @TempDir static Path brokers;
  private static KafkaBroker broker;
  private static KafkaTopics topics;

  @TempDir Path folder;
  private Credence credence;
  private Path properties;
  private StreamCommand stream;
  private Ledger ledger;

  @BeforeAll
  static void startBroker() throws Exception {
    broker = KafkaBroker.startSecure(brokers, "scorer", PASSWORD);
    topics = broker.topics();
  }

  @AfterAll
  static void stopBroker() {
    broker.close();
  }

  @BeforeEach
  void start(TestInfo test) throws Exception {
    String name = test.getTestMethod().orElseThrow().getName();
    credence = new Credence(Files.createDirectories(folder.resolve("logs")));
    properties = folder.resolve("kafka.properties");
    stream =
        StreamCommand.of(broker, name)
            .create(topics, 2)
            .withProperties(properties, broker.clientProperties());
    KafkaRecords records = broker.records();
    records.produce(Flights.messages(name, 2, 0, MESSAGES));
    ledger = Ledger.follow(records, stream, IsolationLevel.READ_COMMITTED);
  }

  @AfterEach
  void stop() {
    ledger.close();
  }

  @Test
  void messagesAreScoredOnAClusterThatNeverSeesThePassword() throws Exception {
    Path files = folder.resolve("cluster");
    try (FlinkCluster cluster = FlinkCluster.start(files, 1, 2, Map.of());
        ClusterStream job = new ClusterStream(stream, cluster, credence)) {
      awaitAll(job);
      FlinkRest rest = new FlinkRest(cluster.rest());
      String at = "/jobs/" + job.job();
      Eventually.await(
          "a checkpoint is complete",
          PATIENCE,
          cluster.processes(),
          () -> rest.get(at + "/checkpoints").path("counts").path("completed").intValue() > 1);
      for (String path :
          List.of(
              at,
              at + "/plan",
              at + "/config",
              at + "/accumulators",
              at + "/exceptions",
              at + "/checkpoints",
              at + "/jobmanager/config",
              "/jobmanager/config")) {
        assertThat(rest.get(path).toString()).as(path).doesNotContain(PASSWORD);
      }
    }
    assertNowhere(files);
    assertNowhere(folder.resolve("logs"));
  }

  @Test
  void aStreamWithinTheProcessSaysNothingOfThePassword() throws Exception {
    try (OneProcessStream job = new OneProcessStream(stream, credence)) {
      awaitAll(job);
    }
    credence.run(SOON, "score", "--help", "--kafkaProperties=" + properties);
    credence.succeed(SOON, "help", "score");
    assertNowhere(folder.resolve("logs"));
  }

  @Test
  void whatIsWrongIsToldInALine() throws Exception {
    SoftAssertions softly = new SoftAssertions();
    Map<String, String> wrong = new HashMap<>(broker.clientProperties());
    wrong.compute("sasl.jaas.config", (key, jaas) -> jaas.replace(PASSWORD, "Hare-4711"));
    assertRefused(softly, "a wrong password", wrong, "credentials");

    Map<String, String> missing = new HashMap<>(broker.clientProperties());
    missing.put("ssl.truststore.location", "/nowhere/trusted.p12");
    assertRefused(softly, "a truststore that there is not", missing, "/nowhere/trusted.p12");

    Map<String, String> distrusting = new HashMap<>(broker.clientProperties());
    distrusting.keySet().removeIf(key -> key.startsWith("ssl.truststore"));
    assertRefused(softly, "no truststore", distrusting, "certificat");

    assertRefused(softly, "plaintext to TLS", Map.of(), broker.bootstrap());
    softly.assertAll();
    assertNowhere(folder.resolve("logs"));
  }

  private void assertRefused(
      SoftAssertions softly, String what, Map<String, String> settings, String told)
      throws IOException {
    StreamCommand wrong =
        StreamCommand.of(broker, stream.input())
            .withProperties(folder.resolve("wrong.properties"), settings);
    long start = System.nanoTime();
    Outcome outcome = credence.run(SOON, wrong.arguments());
    System.out.printf(
        "%s, told after %.1f s: %s%n", what, (System.nanoTime() - start) / 1e9, outcome.text());
    softly.assertThat(outcome.exitCode()).as(what).isEqualTo(2);
    softly.assertThat(outcome.lines()).as(what).hasSize(1);
    softly.assertThat(outcome.text()).as(what).contains(told);
  }

  private void awaitAll(RunningStream running) {
    ledger.await(topics.endOffsets(stream.input()), PATIENCE, running);
  }

  /** Neither in what is logged nor in checkpoints nor in what Flink keeps of a job. */
  private static void assertNowhere(Path where) throws IOException {
    try (Stream<Path> all = Files.walk(where)) {
      for (Path file : all.filter(Files::isRegularFile).toList()) {
        assertThat(holdsPassword(file)).as(file.toString()).isFalse();
      }
    } catch (UncheckedIOException e) {
      throw e.getCause();
    }
  }

  private static boolean holdsPassword(Path file) throws IOException {
    if (file.toString().endsWith(".jar")) {
      return false;
    }
    try {
      return new String(Files.readAllBytes(file), ISO_8859_1).contains(PASSWORD);
    } catch (NoSuchFileException e) {
      return false; // It went away while we looked.
    }
  }
}
