package io.credence.cluster.streams;

import static org.assertj.core.api.Assertions.assertThat;

import io.credence.cluster.scoring.Credence;
import io.credence.cluster.scoring.Shared;
import io.credence.kit.kafka.KafkaBroker;
import io.credence.kit.kafka.KafkaRecords;
import io.credence.kit.kafka.KafkaTopics;
import io.credence.kit.process.Outcome;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.IsolationLevel;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** Streams with a start and an end, and their reports. */
@Timeout(300)
@ExtendWith(Shared.class)
class BoundedStreamIT {

  private static final Duration PATIENCE = Duration.ofMinutes(1);
  private static final int PARTITIONS = 3;
  private static final int MESSAGES = 3_000;

  /** The timestamp of message 0; each next is a second later. */
  private static final Instant BEGIN = Instant.parse("2026-01-01T00:00:00Z");

  @TempDir static Path folder;
  private static KafkaBroker broker;
  private static KafkaTopics topics;
  private static KafkaRecords records;
  private static Credence credence;

  /** What came out of a run. */
  record Counts(int scored, int deadLetters) {

    int read() {
      return scored + deadLetters;
    }
  }

  @BeforeAll
  static void start(KafkaBroker shared) {
    broker = shared;
    topics = broker.topics();
    records = broker.records();
    credence = new Credence(folder);
  }

  @Test
  @Tag("long")
  void theNextRunGoesOnWhereTheLastOneEnded() throws Exception {
    goesOn("at-least-once");
  }

  @Test
  @Tag("long")
  void theNextRunGoesOnAlsoExactlyOnce() throws Exception {
    goesOn("exactly-once");
  }

  private void goesOn(String delivery) throws Exception {
    StreamCommand stream =
        StreamCommand.of(broker, delivery)
            .create(topics, PARTITIONS)
            .with("--delivery=" + delivery, "--stopAt=latest");
    produce(stream, 0, MESSAGES);
    assertThat(run(stream)).as("all").isEqualTo(counts(0, MESSAGES));
    assertThat(run(stream)).as("nothing new").isEqualTo(counts(0, 0));
    produce(stream, MESSAGES, MESSAGES + 10);
    assertThat(run(stream)).as("the new ones").isEqualTo(counts(MESSAGES, MESSAGES + 10));
    try (Ledger ledger = Ledger.follow(records, stream, IsolationLevel.READ_COMMITTED)) {
      ledger.readToEnd().assertComplete(topics.endOffsets(stream.input()));
      assertThat(ledger.repeats()).isZero();
    }
  }

  @Test
  @Tag("long")
  void beginningAndEndAreOffsetsOrTimes() throws Exception {
    StreamCommand stream = StreamCommand.of(broker, "times").create(topics, PARTITIONS);
    produce(stream, 0, MESSAGES);
    assertThat(run(stream.with("--startAt=latest", "--stopAt=latest")))
        .as("latest")
        .isEqualTo(counts(0, 0));
    assertThat(run(stream.with("--startAt=earliest", "--stopAt=" + time(1_000))))
        .as("until a time, without its own message")
        .isEqualTo(counts(0, 1_000));
    assertThat(run(stream.with("--startAt=" + time(2_500), "--stopAt=latest")))
        .as("from a time, with its own message")
        .isEqualTo(counts(2_500, MESSAGES));
  }

  @Test
  void saysWhatItDid() throws Exception {
    StreamCommand stream =
        StreamCommand.of(broker, "counted").create(topics, PARTITIONS).with("--stopAt=latest");
    produce(stream, 0, MESSAGES);
    String text = credence.succeed(PATIENCE, stream.arguments()).text();
    Counts all = counts(0, MESSAGES);
    assertThat(count("read", text)).isEqualTo(all.read());
    assertThat(count("scored", text)).isEqualTo(all.scored());
    assertThat(count("dead letters", text)).isEqualTo(all.deadLetters());
  }

  /** The last offsets are then those of marks, which no reader gets. */
  @Test
  void endsAlsoWhereTransactionsWere() throws Exception {
    StreamCommand stream = StreamCommand.of(broker, "transactions").create(topics, 1);
    try (Producer<byte[], byte[]> producer = records.producer(Map.of("transactional.id", "one"))) {
      producer.initTransactions();
      producer.beginTransaction();
      KafkaRecords.produce(producer, Flights.messages(stream.input(), 1, 0, 100));
      producer.commitTransaction();
      producer.beginTransaction();
      KafkaRecords.produce(producer, Flights.messages(stream.input(), 1, 100, 110));
      producer.abortTransaction();
    }
    assertThat(run(stream.with("--stopAt=latest")).read()).isIn(100, 110);
    assertThat(run(stream.with("--stopAt=latest"))).as("nothing new").isEqualTo(counts(0, 0));
  }

  @Test
  void whatIsNoTimeIsRefused() throws Exception {
    StreamCommand stream = StreamCommand.of(broker, "refused").create(topics, 1);
    Outcome outcome =
        credence.run(PATIENCE, stream.with("--startAt=yesterday", "--stopAt=earliest").arguments());
    assertThat(outcome.exitCode()).as(outcome.text()).isEqualTo(2);
    assertThat(outcome.lines())
        .satisfiesExactly(
            start -> assertThat(start).startsWith("--startAt=yesterday: must be "),
            stop -> assertThat(stop).startsWith("--stopAt=earliest: must be "));
  }

  private static void produce(StreamCommand stream, int from, int to) {
    List<ProducerRecord<byte[], byte[]>> messages = new ArrayList<>();
    for (ProducerRecord<byte[], byte[]> plain :
        Flights.messages(stream.input(), PARTITIONS, from, to)) {
      messages.add(
          new ProducerRecord<>(
              plain.topic(),
              plain.partition(),
              time(from + messages.size()).toEpochMilli(),
              plain.key(),
              plain.value()));
    }
    records.produce(messages);
  }

  private static Instant time(int number) {
    return BEGIN.plusSeconds(number);
  }

  private static Counts counts(int from, int to) {
    int cancelled = 0;
    for (int i = from; i < to; i++) {
      cancelled += Flights.cancelled(i) ? 1 : 0;
    }
    return new Counts(to - from - cancelled, cancelled);
  }

  private static Counts run(StreamCommand stream) throws IOException {
    Counts before = written(stream);
    credence.succeed(PATIENCE, stream.arguments());
    Counts after = written(stream);
    return new Counts(after.scored() - before.scored(), after.deadLetters() - before.deadLetters());
  }

  /** What is there for those who read what is committed. */
  private static Counts written(StreamCommand stream) {
    return new Counts(
        records.consume(stream.output(), IsolationLevel.READ_COMMITTED).size(),
        records.consume(stream.deadLetters(), IsolationLevel.READ_COMMITTED).size());
  }

  private static int count(String name, String text) {
    Matcher line = Pattern.compile("(?m)^" + name + " +([\\d,]+)$").matcher(text);
    assertThat(line.find()).as("a line '%s' in: %s", name, text).isTrue();
    return Integer.parseInt(line.group(1).replace(",", ""));
  }
}
