package io.credence.cluster.streams;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import io.credence.cluster.scoring.Credence;
import io.credence.cluster.scoring.Shared;
import io.credence.kit.kafka.KafkaBroker;
import io.credence.kit.kafka.KafkaRecords;
import io.credence.kit.kafka.KafkaTopics;
import io.credence.kit.process.Eventually;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.IsolationLevel;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** A topic of which each tenth message is poison: all of it comes out, and nothing stops. */
@Timeout(300)
@ExtendWith(Shared.class)
class PoisonIT {

  private static final Duration PATIENCE = Duration.ofMinutes(2);
  private static final int PARTITIONS = 3;
  private static final int MESSAGES = 5_000;
  private static final int POISON_EACH = 10;
  private static final String LARGEST = "16777216";

  /** The topic of dead letters that were put right. */
  private static final String MENDED = "poisoned-mended";

  private static final byte[] MENDED_VALUE = good(0);

  /** Of another producer, and with bytes that are no text. */
  private static final String ORIGIN = "origin";

  @TempDir Path folder;
  private KafkaTopics topics;
  private KafkaRecords records;
  private Credence credence;
  private StreamCommand stream;

  /** By their ids the messages that were written, and of the poison its kind. */
  private final Map<String, ProducerRecord<byte[], byte[]>> written = new HashMap<>();

  private final Map<String, Poison> poison = new HashMap<>();

  @BeforeEach
  void start(KafkaBroker broker) throws Exception {
    topics = broker.topics();
    records = broker.records();
    credence = new Credence(folder);
    stream =
        StreamCommand.of(broker, "poisoned")
            .create(topics, PARTITIONS, Map.of("max.message.bytes", LARGEST))
            .withProperties(
                folder.resolve("kafka.properties"), Map.of("max.request.size", LARGEST));
  }

  @Test
  void isKeptToTheByteAndScoredWhenItIsMended() throws Exception {
    produce();
    try (OneProcessStream job = new OneProcessStream(stream, credence);
        Ledger ledger = Ledger.follow(records, stream, IsolationLevel.READ_UNCOMMITTED)) {
      await(ledger, job);
      ledger.assertComplete(topics.endOffsets(stream.input()));
      assertThat(ledger.repeats()).as("a stream that was never restarted repeats nothing").isZero();
      List<ConsumerRecord<byte[], byte[]>> scored = read(stream.output());
      List<ConsumerRecord<byte[], byte[]>> dead = read(stream.deadLetters());
      assertThat(dead).hasSize(poison.size());
      assertThat(scored).hasSize(MESSAGES - poison.size());
      scored.forEach(this::assertScored);
      dead.forEach(this::assertDead);

      mend(dead);
      credence.succeed(
          PATIENCE,
          "replay",
          "--deadLetters=" + stream.location(MENDED),
          "--output=" + stream.location(stream.input()));
      awaitMended(job, ledger);
      assertMended(read(stream.output()));
      assertThat(read(stream.deadLetters())).as("no new ones").hasSize(poison.size());
    }
  }

  /** What people do with dead letters: they put the values right, and leave all else. */
  private void mend(List<ConsumerRecord<byte[], byte[]>> dead) {
    topics.create(MENDED, 1);
    List<ProducerRecord<byte[], byte[]>> mended = new ArrayList<>();
    for (ConsumerRecord<byte[], byte[]> letter : dead) {
      mended.add(
          new ProducerRecord<>(
              MENDED, 0, letter.timestamp(), letter.key(), MENDED_VALUE, letter.headers()));
    }
    records.produce(mended);
  }

  /** The offsets of the input tell nothing any more: those of a transaction's end are between. */
  private void awaitMended(OneProcessStream job, Ledger ledger) {
    Eventually.await(
        "what was mended is scored",
        PATIENCE,
        job.processes(),
        () -> {
          job.assertRuns();
          return ledger.update().messages() == MESSAGES + poison.size();
        });
  }

  /** Keys and headers are those of the messages that were poison, and of each there is one. */
  private void assertMended(List<ConsumerRecord<byte[], byte[]>> scored) {
    List<ConsumerRecord<byte[], byte[]>> mended =
        scored.stream()
            .filter(record -> !written.containsKey(Ledger.header(record, Ledger.ID)))
            .toList();
    assertThat(mended)
        .allSatisfy(
            record ->
                assertThat(names(record.headers()))
                    .noneMatch(name -> name.startsWith("credence.dead_letter.")));
    assertThat(mended.stream().map(PoisonIT::identity))
        .containsExactlyInAnyOrderElementsOf(
            poison.keySet().stream().map(id -> identity(written.get(id))).toList());
  }

  private static String identity(ConsumerRecord<byte[], byte[]> record) {
    return identity(record.timestamp(), record.key(), record.headers());
  }

  private static String identity(ProducerRecord<byte[], byte[]> message) {
    return identity(message.timestamp(), message.key(), message.headers());
  }

  private static String identity(long timestamp, byte[] key, Headers headers) {
    return String.format(
        Locale.ROOT,
        "%d %s %s",
        timestamp,
        Arrays.toString(key),
        Arrays.toString(headers.lastHeader(ORIGIN).value()));
  }

  private void produce() {
    List<ProducerRecord<byte[], byte[]>> messages = new ArrayList<>();
    List<Poison> kinds = Poison.shuffled(MESSAGES / POISON_EACH);
    for (int i = 0; i < MESSAGES; i++) {
      byte[] value = i % POISON_EACH == 0 ? kinds.get(i / POISON_EACH).value(i) : good(i);
      messages.add(
          new ProducerRecord<>(
              stream.input(),
              i % PARTITIONS,
              1_700_000_000_000L + i,
              key(i),
              value,
              new RecordHeaders().add(ORIGIN, new byte[] {(byte) i, -1})));
    }
    List<RecordMetadata> positions = write(messages);
    for (int i = 0; i < MESSAGES; i++) {
      RecordMetadata at = positions.get(i);
      String id = at.topic() + "/" + at.partition() + "/" + at.offset();
      written.put(id, messages.get(i));
      if (i % POISON_EACH == 0) {
        poison.put(id, kinds.get(i / POISON_EACH));
      }
    }
    assertThat(new HashSet<>(poison.values())).hasSameSizeAs(Poison.values());
  }

  /** Of all keys, those that are empty or absent are none to stumble over. */
  private static byte[] key(int i) {
    return switch (i % 7) {
      case 0 -> null;
      case 1 -> new byte[0];
      case 2 -> new byte[] {0, -1, (byte) i};
      default -> Integer.toString(i).getBytes(ISO_8859_1);
    };
  }

  /** A flight that can be scored. */
  private static byte[] good(int i) {
    return Flights.json(i * Flights.CANCELLED_EACH).getBytes(ISO_8859_1);
  }

  private List<RecordMetadata> write(List<ProducerRecord<byte[], byte[]>> messages) {
    Map<String, String> large = Map.of("max.request.size", LARGEST, "buffer.memory", "134217728");
    try (Producer<byte[], byte[]> producer = records.producer(large)) {
      return KafkaRecords.produce(producer, messages);
    }
  }

  private void await(Ledger ledger, OneProcessStream job) {
    ledger.await(topics.endOffsets(stream.input()), PATIENCE, job);
    assertThat(job.processes()).hasSize(1);
  }

  private List<ConsumerRecord<byte[], byte[]>> read(String topic) {
    return records.consume(topic, IsolationLevel.READ_UNCOMMITTED);
  }

  private void assertScored(ConsumerRecord<byte[], byte[]> record) {
    String id = Ledger.header(record, Ledger.ID);
    assertThat(poison).as("poison").doesNotContainKey(id);
    ProducerRecord<byte[], byte[]> message = assertPassedThrough(record, id);
    byte[] value = message.value();
    assertThat(Arrays.copyOf(record.value(), value.length - 1))
        .isEqualTo(Arrays.copyOf(value, value.length - 1));
    assertThat(new String(record.value(), ISO_8859_1)).contains("\"arr_delay_pred\":");
    assertThat(names(record.headers()))
        .containsExactlyInAnyOrder(
            ORIGIN,
            "credence.record_id",
            "credence.model_name",
            "credence.model_version",
            "credence.model_digest");
  }

  private void assertDead(ConsumerRecord<byte[], byte[]> letter) {
    String id = Ledger.header(letter, Ledger.ID);
    Poison kind = poison.get(id);
    assertThat(kind).as(id + " is a dead letter, but no poison").isNotNull();
    ProducerRecord<byte[], byte[]> message = assertPassedThrough(letter, id);
    // As a whole: a failure should not print ten megabytes.
    assertThat(Arrays.equals(letter.value(), message.value())).as("value of " + kind).isTrue();
    String[] position = id.split("/", -1);
    assertThat(DeadHeaders.of(letter))
        .as("headers of " + kind)
        .isEqualTo(
            new DeadHeaders(
                kind.code(),
                kind.feature(),
                position[0],
                position[1],
                position[2],
                Long.toString(message.timestamp())));
    assertThat(Ledger.header(letter, "credence.model_name")).isEqualTo("flights");
    assertThat(Ledger.header(letter, "credence.dead_letter.message")).isNotBlank();
  }

  private ProducerRecord<byte[], byte[]> assertPassedThrough(
      ConsumerRecord<byte[], byte[]> record, String id) {
    ProducerRecord<byte[], byte[]> message = written.get(id);
    assertThat(record.key()).as("key of " + id).isEqualTo(message.key());
    assertThat(record.timestamp()).as("timestamp of " + id).isEqualTo(message.timestamp());
    assertThat(record.headers().lastHeader(ORIGIN).value())
        .isEqualTo(message.headers().lastHeader(ORIGIN).value());
    return message;
  }

  private static Set<String> names(Headers headers) {
    Set<String> names = new HashSet<>();
    for (Header header : headers) {
      assertThat(names.add(header.key())).as(header.key() + " once").isTrue();
    }
    return names;
  }
}
