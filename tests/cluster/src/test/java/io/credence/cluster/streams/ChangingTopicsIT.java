package io.credence.cluster.streams;

import static org.assertj.core.api.Assertions.assertThat;

import io.credence.cluster.scoring.Credence;
import io.credence.cluster.scoring.Shared;
import io.credence.kit.kafka.KafkaBroker;
import io.credence.kit.kafka.KafkaRecords;
import io.credence.kit.kafka.KafkaTopics;
import io.credence.kit.process.Eventually;
import io.credence.kit.process.Outcome;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.apache.kafka.common.IsolationLevel;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What happens to a topic, and to its readers, while a stream reads it. */
@Timeout(300)
@ExtendWith(Shared.class)
class ChangingTopicsIT {

  private static final Duration PATIENCE = Duration.ofMinutes(1);
  private static final int MESSAGES = 200;

  @TempDir static Path folder;
  private static KafkaBroker broker;
  private static KafkaTopics topics;
  private static KafkaRecords records;
  private static Credence credence;

  @BeforeAll
  static void start(KafkaBroker shared) {
    broker = shared;
    topics = broker.topics();
    records = broker.records();
    credence = new Credence(folder);
  }

  @Test
  void idlePartitionsHoldNobodyAndNewOnesAreRead() throws Exception {
    StreamCommand stream = StreamCommand.of(broker, "growing").create(topics, 3);
    produce(stream, 2, 0); // Nothing for the third.
    try (OneProcessStream job = new OneProcessStream(stream, credence);
        Ledger ledger = Ledger.follow(records, stream, IsolationLevel.READ_UNCOMMITTED)) {
      await(ledger, stream, job);
      topics.addPartitions(stream.input(), 5);
      produce(stream, 5, MESSAGES);
      await(ledger, stream, job);
      ledger.assertComplete(topics.endOffsets(stream.input()));
      assertThat(ledger.repeats()).isZero();
    }
  }

  @Test
  void aNewPartitionIsReadFromItsFirstMessageAlsoByThoseThatBeginAtTheEnd() throws Exception {
    StreamCommand stream =
        StreamCommand.of(broker, "latest").create(topics, 1).with("--startAt=latest");
    produce(stream, 1, 0);
    try (OneProcessStream job = new OneProcessStream(stream, credence);
        Ledger ledger = Ledger.follow(records, stream, IsolationLevel.READ_UNCOMMITTED)) {
      awaitReading(stream, ledger, job);
      int before = ledger.messages();
      topics.addPartitions(stream.input(), 2);
      // They are there before the stream can know of their partition.
      records.produce(List.of(Flights.message(stream.input(), 1, 1)));
      records.produce(List.of(Flights.message(stream.input(), 1, 2)));
      Eventually.await(
          "both messages of the new partition came out",
          PATIENCE,
          job.processes(),
          () -> ledger.update().messages() == before + 2);
      assertThat(ledger.messages()).as("what was there before is left").isLessThan(MESSAGES);
    }
  }

  /** Writes until the first message comes out: what was written before the start never does. */
  private static void awaitReading(StreamCommand stream, Ledger ledger, OneProcessStream job) {
    Eventually.await(
        "the stream reads",
        PATIENCE,
        job.processes(),
        () -> {
          job.assertRuns();
          records.produce(List.of(Flights.message(stream.input(), 0, 0)));
          return ledger.update().messages() > 0;
        });
    Map<Integer, Long> ends = topics.endOffsets(stream.input());
    Eventually.await(
        "all that was written since then came out",
        PATIENCE,
        job.processes(),
        () -> ledger.update().holds(0, ends.get(0) - 1));
  }

  @ParameterizedTest
  @ValueSource(strings = {"at-least-once", "exactly-once"})
  void aStrangerInTheGroupTakesNothingAway(String delivery) throws Exception {
    StreamCommand stream =
        StreamCommand.of(broker, "joined-" + delivery)
            .create(topics, 2)
            .with("--delivery=" + delivery);
    produce(stream, 2, 0);
    try (OneProcessStream job = new OneProcessStream(stream, credence);
        Ledger ledger = Ledger.follow(records, stream, IsolationLevel.READ_COMMITTED)) {
      await(ledger, stream, job);
      try (Stranger stranger = Stranger.join(broker, StreamCommand.GROUP, stream.input())) {
        produce(stream, 2, MESSAGES);
        stranger.read(Duration.ofSeconds(3)); // A few checkpoints long.
      }
      produce(stream, 2, 2 * MESSAGES);
      await(ledger, stream, job);
      ledger.assertComplete(topics.endOffsets(stream.input()));
      ledger.assertRepeatsAreTheSame();
      if (delivery.equals("exactly-once")) {
        assertThat(ledger.repeats()).isZero();
      }
    }
  }

  @Test
  void aGroupThatOthersAreInIsRefused() throws Exception {
    StreamCommand stream = StreamCommand.of(broker, "taken").create(topics, 1);
    try (Stranger stranger = Stranger.join(broker, StreamCommand.GROUP, stream.input())) {
      stranger.read(Duration.ofMillis(100));
      Outcome outcome = credence.run(PATIENCE, stream.arguments());
      assertThat(outcome.exitCode()).as(outcome.text()).isEqualTo(2);
      assertThat(outcome.lines()).singleElement().asString().contains(StreamCommand.GROUP);
    }
  }

  @Test
  void aDeletedTopicEndsTheStream() throws Exception {
    StreamCommand stream = StreamCommand.of(broker, "deleted").create(topics, 2);
    produce(stream, 2, 0);
    try (OneProcessStream job = new OneProcessStream(stream, credence);
        Ledger ledger = Ledger.follow(records, stream, IsolationLevel.READ_UNCOMMITTED)) {
      await(ledger, stream, job);
      topics.delete(stream.input());
      assertThat(job.process().awaitExit(PATIENCE)).as(job.process().text()).isEqualTo(1);
      assertThat(job.process().text().lines())
          .filteredOn(line -> !line.startsWith("Scoring "))
          .singleElement()
          .asString()
          .startsWith("The job failed: ")
          .endsWith(stream.location(stream.input()) + ": the topic no longer exists");
    }
  }

  private static void produce(StreamCommand stream, int partitions, int from) {
    records.produce(Flights.messages(stream.input(), partitions, from, from + MESSAGES));
  }

  private static void await(Ledger ledger, StreamCommand stream, RunningStream job) {
    ledger.await(topics.endOffsets(stream.input()), PATIENCE, job);
  }
}
