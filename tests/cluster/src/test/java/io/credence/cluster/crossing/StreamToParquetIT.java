package io.credence.cluster.crossing;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.credence.cluster.scoring.Credence;
import io.credence.cluster.scoring.ParquetRows;
import io.credence.cluster.scoring.Request;
import io.credence.cluster.scoring.Shared;
import io.credence.cluster.scoring.WarmCredence;
import io.credence.kit.flink.FlinkCluster;
import io.credence.kit.flink.FlinkRest;
import io.credence.kit.kafka.KafkaBroker;
import io.credence.kit.kafka.KafkaRecords;
import io.credence.kit.kafka.KafkaTopics;
import io.credence.kit.process.Eventually;
import io.credence.kit.process.ManagedProcess;
import io.credence.kit.process.Outcome;
import io.credence.kit.store.S3Server;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** Messages of a topic become files, with the scores of a batch and each of them once. */
@Timeout(300)
@ExtendWith(Shared.class)
class StreamToParquetIT {

  private static final Duration PATIENCE = Duration.ofMinutes(2);
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final String FIRST_SCORE = "\"arr_delay_pred\"";
  private static final int PARTITIONS = 3;

  @TempDir static Path folder;
  private static KafkaBroker broker;
  private static KafkaRecords records;
  private static List<String> flights;

  @BeforeAll
  static void start(KafkaBroker shared) throws Exception {
    broker = shared;
    records = broker.records();
    flights = ParquetRows.of(Request.FLIGHTS_MODEL.resolve("january.parquet"));
  }

  @Test
  void theSameBitsAsABatch() throws Exception {
    create("windows-flights");
    records.produce(messages("windows-flights"));
    Path batch = folder.resolve("batch");
    Request request = Request.flights(folder.resolve("in"), 1, 100);
    WarmCredence.succeed(request.arguments(batch));
    Path output = folder.resolve("windows-flights");

    Outcome outcome =
        new Credence(folder)
            .succeed(
                PATIENCE, arguments("windows-flights", output, "--stopAt=latest", "--numShards=2"));

    assertThat(outcome.text()).contains("All messages up to --stopAt are scored");
    assertThat(outcome.lines())
        .anyMatch(line -> line.matches("read +27,004"))
        .anyMatch(line -> line.matches("scored +26,483"))
        .anyMatch(line -> line.matches(" +MISSING_FEATURE +521"));
    assertThat(scored(output))
        .containsExactlyInAnyOrderElementsOf(ParquetRows.of(ParquetRows.only(batch)));
    assertThat(letters(output)).hasSize(Request.CANCELLED);
    assertThat(files(output))
        .allMatch(
            file ->
                file.getFileName()
                    .toString()
                    .matches(
                        "part-\\d{4}-\\d\\d-\\d\\dT\\d{6}Z-\\d{4}-\\d\\d-\\d\\dT\\d{6}Z-\\d{5}-of-00002(-\\d+)?\\.parquet"));

    // There is nothing left to be read, and what is there stays.
    List<Path> before = files(output);
    new Credence(folder).succeed(PATIENCE, arguments("windows-flights", output, "--stopAt=latest"));
    assertThat(files(output)).isEqualTo(before);
  }

  @Test
  @Tag("long")
  void aKilledJobLosesAndDoublesNothing() throws Exception {
    Path output = folder.resolve("windows-killed");
    assertSurvivesKills("windows-killed", new Credence(folder), output, "--output=" + output);
  }

  /** A store has no renaming, but to copy and to delete can be made again as well. */
  @Test
  @Tag("long")
  void aKilledJobLosesAndDoublesNothingInAStore() throws Exception {
    try (S3Server store = S3Server.start(folder.resolve("store"), "scored")) {
      assertSurvivesKills(
          "windows-stored",
          new Credence(folder, S3Server.credentials()),
          store.files("scored").resolve("out"),
          "--output=s3://scored/out",
          "--s3Endpoint=" + store.endpoint());
    }
  }

  private static void assertSurvivesKills(
      String topic, Credence credence, Path output, String... options) throws Exception {
    create(topic);
    String[] arguments = arguments(topic, options);
    CompletableFuture<Void> producer = CompletableFuture.runAsync(() -> produceSlowly(topic));
    for (int kills = 0; kills < 2; kills++) {
      int known = files(output).size();
      try (ManagedProcess job = credence.start(Request.and(arguments, "--numShards=2"))) {
        awaitFiles(output, known + 3, job);
      }
    }
    producer.get(PATIENCE.toSeconds(), TimeUnit.SECONDS);

    credence.succeed(PATIENCE, Request.and(arguments, "--stopAt=latest"));

    assertEachOnce(topic, output);
  }

  private static void awaitFiles(Path output, int count, ManagedProcess job) {
    Eventually.await(
        count + " files",
        PATIENCE,
        List.of(job),
        () -> {
          assertThat(job.isAlive()).as(job.text()).isTrue();
          return files(output).size() >= count;
        });
  }

  private static void assertEachOnce(String topic, Path output) throws Exception {
    List<String> ids = new ArrayList<>();
    for (Path file : files(output)) {
      for (String row : ParquetRows.of(file)) {
        ids.add(id(topic, JSON.readTree(row)));
      }
    }
    for (JsonNode letter : letters(output)) {
      ids.add(id(topic, letter.path("source")));
    }
    assertThat(ids).doesNotHaveDuplicates().hasSize(flights.size());
  }

  @Test
  @Tag("long")
  void aLostTaskManagerLosesAndDoublesNothing() throws Exception {
    create("windows-lost");
    Path output = folder.resolve("windows-lost");
    String shared = "--output=file://" + output;
    try (FlinkCluster cluster = FlinkCluster.start(folder.resolve("cluster"), 2, 1, Map.of())) {
      String[] onCluster = {
        "--flinkMaster=" + cluster.address(), "--parallelism=2", "--numShards=2", shared
      };
      CompletableFuture<Void> producer =
          CompletableFuture.runAsync(() -> produceSlowly("windows-lost"));
      try (ManagedProcess submitter =
          new Credence(folder).start(arguments("windows-lost", onCluster))) {
        awaitFiles(output, 4, submitter);
        cluster.taskManager(0).kill();
        cluster.startTaskManager();
        awaitFiles(output, files(output).size() + 4, submitter);
        cluster.taskManager(1).kill();
        cluster.startTaskManager();
        awaitFiles(output, files(output).size() + 4, submitter);
        FlinkRest rest = new FlinkRest(cluster.rest());
        for (FlinkRest.Job job : rest.jobs()) {
          rest.cancel(job.id());
        }
        assertThat(submitter.awaitExit(PATIENCE)).as(submitter.text()).isEqualTo(1);
      }
      producer.get(PATIENCE.toSeconds(), TimeUnit.SECONDS);
      cluster.awaitSlots(2);
      new Credence(folder)
          .succeed(PATIENCE, Request.and(arguments("windows-lost", onCluster), "--stopAt=latest"));
    }
    assertEachOnce("windows-lost", output);
  }

  @Test
  void foldersOfOthersAreRefused() throws Exception {
    create("windows-one");
    create("windows-other");
    Path output = folder.resolve("windows-one");
    new Credence(folder).succeed(PATIENCE, arguments("windows-one", output, "--stopAt=latest"));

    assertThat(refused(arguments("windows-other", output)))
        .containsExactly(
            "--output=%s: holds messages of a topic 'windows-one' that is another one, or of another cluster, or was deleted and created again; choose another folder"
                .formatted(output));
    Path batch = Files.createDirectories(folder.resolve("of-a-batch"));
    Files.writeString(batch.resolve("_manifest.json"), "{}");
    assertThat(refused(arguments("windows-one", batch)))
        .containsExactly(
            "--output=%s: holds the results of a batch; choose another folder".formatted(batch));
  }

  private static List<String> refused(String... arguments) throws Exception {
    Outcome outcome = new Credence(folder).run(PATIENCE, arguments);
    assertThat(outcome.exitCode()).as(outcome.text()).isEqualTo(2);
    return outcome.lines();
  }

  private static String[] arguments(String topic, Path output, String... more) {
    return Request.and(arguments(topic, "--output=" + output), more);
  }

  private static String[] arguments(String topic, String... more) {
    String[] usual = {
      "score",
      "--model=" + Request.FLIGHTS_MODEL,
      "--numSamples=100",
      "--windowDuration=1s",
      "--input=" + broker.location(topic)
    };
    return Request.and(usual, more);
  }

  private static void create(String topic) {
    KafkaTopics topics = broker.topics();
    topics.create(topic, PARTITIONS);
  }

  private static List<ProducerRecord<byte[], byte[]>> messages(String topic) {
    List<ProducerRecord<byte[], byte[]>> all = new ArrayList<>();
    for (int i = 0; i < flights.size(); i++) {
      all.add(KafkaRecords.text(topic, i % PARTITIONS, Integer.toString(i), flights.get(i)));
    }
    return all;
  }

  /** For half a minute, so that windows begin and end meanwhile. */
  private static void produceSlowly(String topic) {
    List<ProducerRecord<byte[], byte[]>> all = messages(topic);
    int piece = all.size() / 300;
    try (Producer<byte[], byte[]> producer = records.producer(Map.of())) {
      for (int from = 0; from < all.size(); from += piece) {
        KafkaRecords.produce(producer, all.subList(from, Math.min(all.size(), from + piece)));
        TimeUnit.MILLISECONDS.sleep(100);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private static List<Path> files(Path output) throws IOException {
    try (Stream<Path> files = Files.list(output)) {
      return files.filter(file -> file.toString().endsWith(".parquet")).sorted().toList();
    } catch (NoSuchFileException e) {
      return List.of();
    }
  }

  /** The messages with the columns of their scores behind their fields, as a batch has them. */
  private static List<String> scored(Path output) throws Exception {
    List<String> scored = new ArrayList<>();
    for (Path file : files(output)) {
      for (String row : ParquetRows.of(file)) {
        String value = JSON.readTree(row).path("value").asText();
        scored.add(
            value.substring(0, value.length() - 1) + "," + row.substring(row.indexOf(FIRST_SCORE)));
      }
    }
    return scored;
  }

  private static List<JsonNode> letters(Path output) throws Exception {
    List<JsonNode> letters = new ArrayList<>();
    try (Stream<Path> files = Files.list(output.resolve("dead-letters"))) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        for (String line : Files.readAllLines(file)) {
          letters.add(JSON.readTree(line));
        }
      }
    }
    return letters;
  }

  private static String id(String topic, JsonNode place) {
    assertThat(place.path("topic").asText()).isEqualTo(topic);
    return place.path("partition").asInt() + "/" + place.path("offset").asLong();
  }
}
