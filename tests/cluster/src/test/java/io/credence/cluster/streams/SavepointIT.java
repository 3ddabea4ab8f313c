package io.credence.cluster.streams;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.credence.cluster.scoring.Credence;
import io.credence.cluster.scoring.Models;
import io.credence.cluster.scoring.Request;
import io.credence.cluster.scoring.Shared;
import io.credence.kit.flink.FlinkCli;
import io.credence.kit.flink.FlinkCluster;
import io.credence.kit.flink.FlinkRest;
import io.credence.kit.kafka.KafkaBroker;
import io.credence.kit.kafka.KafkaRecords;
import io.credence.kit.kafka.KafkaTopics;
import io.credence.kit.process.Eventually;
import io.credence.kit.process.ManagedProcess;
import io.credence.kit.process.Outcome;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.IsolationLevel;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** A stream that is stopped with a savepoint, and goes on from it with another model. */
@Timeout(300)
@ExtendWith(Shared.class)
class SavepointIT {

  private static final Duration PATIENCE = Duration.ofMinutes(2);
  private static final int BEFORE = 3_000;
  private static final int AFTER = 2_000;
  private static final Pattern SAVEPOINT = Pattern.compile("Savepoint completed. Path: (\\S+)");

  private static final String IN = "saved";
  private static final String OUT = "saved-scored";
  private static final String DEAD = "saved-dead";

  @TempDir Path folder;
  private FlinkCluster cluster;
  private FlinkRest rest;
  private KafkaBroker broker;
  private KafkaRecords records;
  private Credence credence;

  @BeforeEach
  void start(KafkaBroker shared, FlinkCluster sharedCluster) {
    broker = shared;
    cluster = sharedCluster;
    rest = new FlinkRest(cluster.rest());
    records = broker.records();
    credence = new Credence(folder);
  }

  private void createTopics() {
    KafkaTopics topics = broker.topics();
    for (String topic : List.of(IN, OUT, DEAD)) {
      topics.create(topic, 2);
    }
  }

  @Test
  void nothingIsLostOrDoubledAndEachMessageHasOneModel() throws Exception {
    createTopics();
    produce(0, BEFORE);
    String savepoint = scoreAndStop();
    produce(BEFORE, AFTER);

    Path next = Models.copy(Request.FLIGHTS_MODEL, folder.resolve("next"));
    Models.replace(next, "version: 1.0.0", "version: 1.1.0");
    submit(next, "second", "--savepointPath=" + savepoint);
    awaitScored(BEFORE + AFTER);
    rest.cancel(job("second"));

    List<ConsumerRecord<byte[], byte[]>> scored = scored();
    assertThat(scored).hasSize(BEFORE + AFTER);
    assertThat(scored.stream().map(record -> header(record, "credence.record_id")))
        .doesNotHaveDuplicates();
    assertThat(scored)
        .allSatisfy(
            record -> {
              boolean before = Integer.parseInt(new String(record.key(), UTF_8)) < BEFORE;
              assertThat(header(record, "credence.model_version"))
                  .isEqualTo(before ? "1.0.0" : "1.1.0");
            });
  }

  /** The one who waits for the job gets to know that it was stopped on purpose, and where to. */
  private String scoreAndStop() throws Exception {
    try (ManagedProcess submitter =
        credence.start(arguments(Request.FLIGHTS_MODEL, "first", "--attachedMode=true"))) {
      awaitScored(BEFORE);
      String savepoint = stop(job("first"));
      assertThat(submitter.awaitExit(PATIENCE)).as(submitter.text()).isZero();
      assertThat(submitter.text().lines())
          .contains("The job was stopped with the savepoint " + savepoint)
          .noneMatch(line -> line.contains("ended"));
      return savepoint;
    }
  }

  private String stop(String job) throws Exception {
    String folders = folder.resolve("savepoints").toUri().toString();
    Outcome stopped =
        new FlinkCli(cluster, folder).call(PATIENCE, "stop", "--savepointPath", folders, job);
    assertThat(stopped.exitCode()).as(stopped.text()).isZero();
    Matcher savepoint = SAVEPOINT.matcher(stopped.text());
    assertThat(savepoint.find()).as(stopped.text()).isTrue();
    return savepoint.group(1);
  }

  private String job(String name) throws Exception {
    return rest.find(name).orElseThrow().id();
  }

  @Test
  void aSavepointThatThereIsNot() throws Exception {
    Outcome refused =
        credence.run(
            PATIENCE, arguments(Request.FLIGHTS_MODEL, "none", "--savepointPath=/nowhere"));
    assertThat(refused.exitCode()).as(refused.text()).isEqualTo(2);
    assertThat(refused.lines())
        .containsExactly(
            "--savepointPath=/nowhere: there is no savepoint, as far as can be seen here");
  }

  private void submit(Path model, String name, String... options) throws Exception {
    Outcome left =
        credence.run(
            PATIENCE, Request.and(arguments(model, name, "--attachedMode=false"), options));
    assertThat(left.exitCode()).as(left.text()).isZero();
  }

  private String[] arguments(Path model, String name, String... options) {
    String[] usual = {
      "score",
      "--model=" + model,
      "--numSamples=50",
      "--input=" + topic(IN),
      "--output=" + topic(OUT),
      "--deadLetters=" + topic(DEAD),
      "--flinkMaster=" + cluster.address(),
      "--parallelism=2",
      "--jobName=" + name
    };
    return Request.and(usual, options);
  }

  private String topic(String name) {
    return broker.location(name);
  }

  private void produce(int from, int count) {
    List<ProducerRecord<byte[], byte[]>> messages = new ArrayList<>();
    for (int i = from; i < from + count; i++) {
      String flight =
          String.format(
              Locale.ROOT,
              "{\"dep_delay\": %d, \"distance\": %d, \"carrier\": \"UA\", \"month\": 1}",
              i % 60,
              200 + i % 2_000);
      messages.add(KafkaRecords.text(IN, i % 2, Integer.toString(i), flight));
    }
    records.produce(messages);
  }

  private void awaitScored(int count) {
    Eventually.await(
        count + " messages are scored",
        PATIENCE,
        cluster.processes(),
        () -> scored().size() >= count);
  }

  private List<ConsumerRecord<byte[], byte[]>> scored() {
    return records.consume(OUT, IsolationLevel.READ_COMMITTED);
  }

  private static String header(ConsumerRecord<byte[], byte[]> record, String name) {
    return new String(record.headers().lastHeader(name).value(), UTF_8);
  }
}
