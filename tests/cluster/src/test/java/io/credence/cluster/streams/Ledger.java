package io.credence.cluster.streams;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.credence.kit.kafka.KafkaRecords;
import io.credence.kit.process.Eventually;
import io.credence.kit.process.KitFailure;
import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.common.IsolationLevel;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.header.Header;

/**
 * What came out of a stream, by the ids of the messages that went in: each once, or again. It keeps
 * a checksum of each, and reads on where it was, so it may follow millions.
 */
final class Ledger implements AutoCloseable {

  static final String ID = "credence.record_id";

  private static final Duration POLL = Duration.ofMillis(200);
  private static final Duration UPDATE = Duration.ofSeconds(1);

  private final String input;
  private final Consumer<byte[], byte[]> consumer;
  private final Map<Integer, Map<Long, Long>> checksums = new HashMap<>();
  private final Map<Integer, Long> complete = new HashMap<>();
  private final List<String> changed = new ArrayList<>();
  private int repeats;

  private Ledger(String input, Consumer<byte[], byte[]> consumer) {
    this.input = input;
    this.consumer = consumer;
  }

  /**
   * Follows output and dead letters together.
   *
   * @param isolation whether what belongs to open or aborted transactions counts
   */
  static Ledger follow(KafkaRecords records, StreamCommand stream, IsolationLevel isolation) {
    return new Ledger(
        stream.input(), records.follow(isolation, List.of(stream.output(), stream.deadLetters())));
  }

  /** Reads on, until nothing more comes for a moment, or what comes has no end. */
  Ledger update() {
    long deadline = System.nanoTime() + UPDATE.toNanos();
    ConsumerRecords<byte[], byte[]> more;
    do {
      more = consumer.poll(POLL);
      more.forEach(this::add);
    } while (!more.isEmpty() && System.nanoTime() < deadline);
    return this;
  }

  /** Reads all that is there now. */
  Ledger readToEnd() {
    Map<TopicPartition, Long> ends = consumer.endOffsets(consumer.assignment());
    Eventually.await(
        "read up to " + ends,
        Duration.ofMinutes(1),
        List.of(),
        () -> {
          update();
          return ends.entrySet().stream()
              .allMatch(end -> consumer.position(end.getKey()) >= end.getValue());
        });
    return this;
  }

  private void add(ConsumerRecord<byte[], byte[]> record) {
    String id = header(record, ID);
    String[] parts = id.split("/", -1);
    assertThat(parts[0]).as("the topic of what came out").isEqualTo(input);
    long checksum = checksum(record);
    Long first =
        checksums
            .computeIfAbsent(Integer.valueOf(parts[1]), partition -> new HashMap<>())
            .putIfAbsent(Long.valueOf(parts[2]), checksum);
    if (first != null) {
      repeats++;
      if (first != checksum) {
        changed.add(id);
      }
    }
  }

  static String header(ConsumerRecord<byte[], byte[]> record, String name) {
    Header header = record.headers().lastHeader(name);
    assertThat(header).as("header %s of %s", name, record.headers()).isNotNull();
    return new String(header.value(), UTF_8);
  }

  /** Whether the message at an offset of the input came out. */
  boolean holds(int partition, long offset) {
    return checksums.getOrDefault(partition, Map.of()).containsKey(offset);
  }

  /** How many messages have come out, each counted once. */
  int messages() {
    return checksums.values().stream().mapToInt(Map::size).sum();
  }

  /** How many more have come out than messages. */
  int repeats() {
    return repeats;
  }

  /** Waits until a stream that has just been started is at work. */
  void awaitFirst(Duration patience, RunningStream stream) {
    Eventually.await(
        "the first of " + input + " came out",
        patience,
        stream.processes(),
        () -> {
          stream.assertRuns();
          return update().messages() > 0;
        });
  }

  /** Waits until all that the input has before these offsets came out of a stream that goes on. */
  void await(Map<Integer, Long> ends, Duration patience, RunningStream stream) {
    try {
      Eventually.await(
          "all of " + input + " came out",
          patience,
          stream.processes(),
          () -> {
            stream.assertRuns();
            return update().holds(ends);
          });
    } catch (KitFailure e) {
      Map<Integer, Long> found = new TreeMap<>();
      ends.keySet().forEach(partition -> found.put(partition, complete(partition)));
      throw new AssertionError("Came out without a gap: %s of %s".formatted(found, ends), e);
    }
  }

  private boolean holds(Map<Integer, Long> ends) {
    return ends.entrySet().stream().allMatch(end -> complete(end.getKey()) >= end.getValue());
  }

  /** Requires each message of the input, and no other. */
  void assertComplete(Map<Integer, Long> ends) {
    ends.forEach(
        (partition, end) ->
            assertThat(complete(partition))
                .as("the first message of partition %d that is lost", partition)
                .isGreaterThanOrEqualTo(end));
    assertThat(messages()).isEqualTo(Math.toIntExact(count(ends)));
  }

  /** Requires that what came again was the same, in key, value and headers. */
  void assertRepeatsAreTheSame() {
    assertThat(changed).as("came again, but changed").isEmpty();
  }

  /** The first offset of a partition that has not come out. */
  private long complete(int partition) {
    Map<Long, Long> found = checksums.getOrDefault(partition, Map.of());
    long next = complete.getOrDefault(partition, 0L);
    while (found.containsKey(next)) {
      next++;
    }
    complete.put(partition, next);
    return next;
  }

  static long count(Map<Integer, Long> ends) {
    return ends.values().stream().mapToLong(Long::longValue).sum();
  }

  @Override
  public void close() {
    consumer.close();
  }

  private static long checksum(ConsumerRecord<byte[], byte[]> record) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (DataOutputStream out = new DataOutputStream(bytes)) {
      out.writeUTF(record.topic());
      write(out, record.key());
      write(out, record.value());
      for (Header header : record.headers()) {
        out.writeUTF(header.key());
        write(out, header.value());
      }
      byte[] digest = MessageDigest.getInstance("SHA-256").digest(bytes.toByteArray());
      return ByteBuffer.wrap(digest).getLong();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }

  private static void write(DataOutputStream out, byte[] bytes) throws IOException {
    out.writeInt(bytes == null ? -1 : bytes.length);
    if (bytes != null) {
      out.write(bytes);
    }
  }
}
