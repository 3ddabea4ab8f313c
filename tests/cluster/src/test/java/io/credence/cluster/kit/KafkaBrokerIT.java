package io.credence.cluster.kit;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.credence.kit.kafka.KafkaBroker;
import io.credence.kit.kafka.KafkaRecords;
import io.credence.kit.kafka.KafkaTopics;
import io.credence.kit.process.Eventually;
import io.credence.kit.process.KitFailure;
import io.credence.kit.process.ReservedPorts;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerGroupMetadata;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.IsolationLevel;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.SaslAuthenticationException;
import org.apache.kafka.common.errors.UnknownTopicOrPartitionException;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The harness itself: what tests that build on it take for granted. */
@Timeout(180)
@Tag("long")
class KafkaBrokerIT {

  private static final Duration PATIENCE = Duration.ofSeconds(30);

  /** Long before any retention. */
  private static final long TIMESTAMP = 86_400_000L;

  @TempDir Path folder;

  @Test
  void keepsItsDataAndItsPortWhenItIsKilled() throws Exception {
    List<ProcessHandle> family;
    try (KafkaBroker broker = KafkaBroker.start(folder, Map.of());
        KafkaTopics topics = new KafkaTopics(broker.clientProperties())) {
      String bootstrap = broker.bootstrap();
      KafkaRecords records = new KafkaRecords(broker.clientProperties());
      topics.create("events", 2, Map.of("cleanup.policy", "delete"));
      records.produce(
          List.of(
              new ProducerRecord<>(
                  "events",
                  1,
                  TIMESTAMP,
                  new byte[] {0, -1},
                  new byte[] {7},
                  new RecordHeaders().add("origin", new byte[] {-2})),
              KafkaRecords.text("events", 0, null, "first"),
              KafkaRecords.text("events", 0, "key", null)));
      assertThat(topics.endOffsets("events")).isEqualTo(Map.of(0, 2L, 1, 1L));
      List<String> before = texts(records.consume("events", IsolationLevel.READ_UNCOMMITTED));

      broker.kill();
      assertThat(ProcessHandle.of(broker.process().pid())).isEmpty();
      broker.restart();

      assertThat(broker.bootstrap()).isEqualTo(bootstrap);
      List<ConsumerRecord<byte[], byte[]>> after =
          records.consume("events", IsolationLevel.READ_UNCOMMITTED);
      assertThat(texts(after)).isEqualTo(before);
      assertThat(after.get(0).key()).isNull();
      assertThat(after.get(0).value()).isEqualTo("first".getBytes(UTF_8));
      assertThat(after.get(1).value()).isNull();
      ConsumerRecord<byte[], byte[]> withAll = after.get(2);
      assertThat(withAll.key()).containsExactly(0, -1);
      assertThat(withAll.value()).containsExactly(7);
      assertThat(withAll.timestamp()).isEqualTo(TIMESTAMP);
      assertThat(withAll.headers().lastHeader("origin").value()).containsExactly(-2);

      // A client from before the kill finds the broker again.
      topics.addPartitions("events", 3);
      assertThat(topics.describe("events").partitions()).hasSize(3);
      records.produce(List.of(KafkaRecords.text("events", 2, "key", "later")));
      assertThat(topics.endOffsets("events")).isEqualTo(Map.of(0, 2L, 1, 1L, 2, 1L));
      topics.delete("events");
      assertThatThrownBy(() -> topics.describe("events"))
          .isInstanceOf(UnknownTopicOrPartitionException.class);

      family = ProcessHandle.current().descendants().toList();
      assertThat(family).extracting(ProcessHandle::pid).contains(broker.process().pid());
    }
    Eventually.awaitEnd(family, PATIENCE);
  }

  @Test
  void tellsCommittedTransactionsFromOthers() throws Exception {
    try (KafkaBroker broker = KafkaBroker.start(folder, Map.of());
        KafkaTopics topics = new KafkaTopics(broker.clientProperties())) {
      KafkaRecords records = new KafkaRecords(broker.clientProperties());
      topics.create("in", 2);
      topics.create("out", 1);
      assertThat(topics.committedOffsets("readers")).isEmpty();
      transact(records);

      assertThat(values(records.consume("out", IsolationLevel.READ_COMMITTED)))
          .containsExactly("committed");
      assertThat(values(records.consume("out", IsolationLevel.READ_UNCOMMITTED)))
          .containsExactly("committed", "aborted");
      assertThat(topics.committedOffsets("readers"))
          .isEqualTo(Map.of(new TopicPartition("in", 1), 5L));
    }
  }

  @Test
  void letsInThoseWhoKnowThePassword() throws Exception {
    String password = "a \"word\" with \\ and ; and =";
    List<ProcessHandle> family;
    try (KafkaBroker broker = KafkaBroker.startSecure(folder, "scorer", password)) {
      try (KafkaTopics topics = new KafkaTopics(broker.clientProperties())) {
        KafkaRecords records = new KafkaRecords(broker.clientProperties());
        topics.create("in", 2);
        topics.create("out", 1);
        // The broker itself writes the ends of transactions, as a client of itself.
        transact(records);
        broker.kill();
        broker.restart();
        assertThat(values(records.consume("out", IsolationLevel.READ_COMMITTED)))
            .containsExactly("committed");
      }
      Map<String, String> wrong = new HashMap<>(broker.clientProperties());
      wrong.compute("sasl.jaas.config", (key, jaas) -> jaas.replace("with", "without"));
      try (KafkaTopics topics = new KafkaTopics(wrong)) {
        assertThatThrownBy(() -> topics.describe("out"))
            .isInstanceOf(SaslAuthenticationException.class);
      }
      family = ProcessHandle.current().descendants().toList();
    }
    Eventually.awaitEnd(family, PATIENCE);
  }

  @Test
  void takesOtherConfigurationAndTellsWhatIsWrongWithIt() throws Exception {
    try (KafkaBroker broker =
            KafkaBroker.start(folder.resolve("good"), Map.of("num.partitions", "5"));
        KafkaTopics topics = new KafkaTopics(broker.clientProperties());
        KafkaBroker other = KafkaBroker.start(folder.resolve("other"), Map.of())) {
      assertThat(other.bootstrap()).isNotEqualTo(broker.bootstrap());
      topics.create("here", 1);
      try (KafkaTopics others = new KafkaTopics(other.clientProperties())) {
        assertThatThrownBy(() -> others.describe("here"))
            .isInstanceOf(UnknownTopicOrPartitionException.class);
      }
    }
    assertThatThrownBy(
            () -> KafkaBroker.start(folder.resolve("bad"), Map.of("num.io.threads", "none")))
        .isInstanceOf(KitFailure.class)
        .hasMessageContaining("num.io.threads");
  }

  @Test
  void reservesPortsThatNobodyElseReserves() throws Exception {
    try (ReservedPorts one = ReservedPorts.reserve();
        ReservedPorts other = ReservedPorts.reserve();
        ServerSocket socket = new ServerSocket(one.port(2))) {
      assertThat(socket.getLocalPort()).isNotIn(other.port(0), other.port(1), other.port(2));
    }
  }

  /** One transaction that is committed, with an offset of a group, and one that is aborted. */
  private static void transact(KafkaRecords records) {
    try (Producer<byte[], byte[]> producer = records.producer(Map.of("transactional.id", "one"))) {
      producer.initTransactions();
      producer.beginTransaction();
      KafkaRecords.produce(producer, List.of(KafkaRecords.text("out", 0, "a", "committed")));
      producer.sendOffsetsToTransaction(
          Map.of(new TopicPartition("in", 1), new OffsetAndMetadata(5)),
          new ConsumerGroupMetadata("readers"));
      producer.commitTransaction();
      producer.beginTransaction();
      KafkaRecords.produce(producer, List.of(KafkaRecords.text("out", 0, "b", "aborted")));
      producer.abortTransaction();
    }
  }

  private static List<String> texts(List<ConsumerRecord<byte[], byte[]>> records) {
    return records.stream()
        .map(one -> one.partition() + "/" + one.offset() + " at " + one.timestamp())
        .toList();
  }

  private static List<String> values(List<ConsumerRecord<byte[], byte[]>> records) {
    return records.stream().map(one -> new String(one.value(), UTF_8)).toList();
  }
}
