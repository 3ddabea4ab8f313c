package io.credence.cluster;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.IsolationLevel;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** A stream that is stopped with a savepoint, and goes on from it with another model. */
@Timeout(300)
class SavepointIT {

  private static final Duration PATIENCE = Duration.ofMinutes(2);
  private static final int BEFORE = 3_000;
  private static final int AFTER = 2_000;
  private static final Pattern SAVEPOINT = Pattern.compile("Savepoint completed. Path: (\\S+)");

  @TempDir Path folder;
  private FlinkCluster cluster;
  private KafkaBroker broker;
  private KafkaRecords records;
  private Credence credence;

  @BeforeEach
  void start() throws Exception {
    broker = KafkaBroker.start(folder.resolve("broker"), Map.of());
    cluster = FlinkCluster.start(folder.resolve("cluster"), 1, 2, Map.of());
    records = new KafkaRecords(broker.clientProperties());
    credence = new Credence(folder);
    try (KafkaTopics topics = new KafkaTopics(broker.clientProperties())) {
      for (String topic : List.of("in", "out", "dead")) {
        topics.create(topic, 2);
      }
    }
  }

  @AfterEach
  void stop() throws Exception {
    cluster.close();
    broker.close();
  }

  @Test
  void nothingIsLostOrDoubledAndEachMessageHasOneModel() throws Exception {
    produce(0, BEFORE);
    submit(Request.FLIGHTS_MODEL, "first");
    awaitScored(BEFORE);
    FlinkRest rest = new FlinkRest(cluster.rest());
    String job = rest.find("first").orElseThrow().id();
    Outcome stopped =
        new FlinkCli(cluster, folder)
            .call(
                PATIENCE,
                "stop",
                "--savepointPath",
                folder.resolve("savepoints").toUri().toString(),
                job);
    assertThat(stopped.exitCode()).as(stopped.text()).isZero();
    Matcher savepoint = SAVEPOINT.matcher(stopped.text());
    assertThat(savepoint.find()).as(stopped.text()).isTrue();
    produce(BEFORE, AFTER);

    Path next = Models.copy(Request.FLIGHTS_MODEL, folder.resolve("next"));
    Models.replace(next, "version: 1.0.0", "version: 1.1.0");
    submit(next, "second", "--savepointPath=" + savepoint.group(1));
    awaitScored(BEFORE + AFTER);

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

  @Test
  void aSavepointThatThereIsNot() throws Exception {
    Outcome refused = run(Request.FLIGHTS_MODEL, "none", "--savepointPath=/nowhere");
    assertThat(refused.exitCode()).as(refused.text()).isEqualTo(2);
    assertThat(refused.lines())
        .containsExactly(
            "--savepointPath=/nowhere: there is no savepoint, as far as can be seen here");
  }

  private void submit(Path model, String name, String... options) throws Exception {
    Outcome left = run(model, name, options);
    assertThat(left.exitCode()).as(left.text()).isZero();
  }

  private Outcome run(Path model, String name, String... options) throws Exception {
    String[] usual = {
      "score",
      "--model=" + model,
      "--numSamples=50",
      "--input=" + topic("in"),
      "--output=" + topic("out"),
      "--deadLetters=" + topic("dead"),
      "--flinkMaster=" + cluster.address(),
      "--parallelism=2",
      "--attachedMode=false",
      "--jobName=" + name
    };
    return credence.run(PATIENCE, Request.and(usual, options));
  }

  private String topic(String name) {
    return "kafka://" + broker.bootstrap() + "/" + name;
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
      messages.add(KafkaRecords.text("in", i % 2, Integer.toString(i), flight));
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
    return records.consume("out", IsolationLevel.READ_COMMITTED);
  }

  private static String header(ConsumerRecord<byte[], byte[]> record, String name) {
    return new String(record.headers().lastHeader(name).value(), UTF_8);
  }
}
