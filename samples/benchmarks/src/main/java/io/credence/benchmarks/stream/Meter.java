package io.credence.benchmarks.stream;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.HdrHistogram.Histogram;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;

/** Reads what comes out of a stream, and counts it. */
final class Meter implements AutoCloseable {

  private static final Duration POLL = Duration.ofMillis(5);

  /** As long as a job may take to start, or to come back from a failure. */
  private static final Duration PATIENCE = Duration.ofMinutes(2);

  private final Consumer<byte[], byte[]> consumer;
  private Histogram latency = new Histogram(3);
  private long from = Long.MAX_VALUE;
  private long read;
  private long lastRead = System.nanoTime();

  Meter(String bootstrap, Map<String, Integer> partitions) {
    this.consumer =
        new KafkaConsumer<>(
            Map.of(
                // Kafka's own 64 KiB are soon full, which can stop a connection for 200 ms.
                "receive.buffer.bytes",
                -1,
                "bootstrap.servers",
                bootstrap,
                "auto.offset.reset",
                "earliest",
                "enable.auto.commit",
                false,
                "isolation.level",
                "read_committed",
                "max.poll.records",
                10_000),
            new ByteArrayDeserializer(),
            new ByteArrayDeserializer());
    List<TopicPartition> all = new ArrayList<>();
    partitions.forEach(
        (topic, count) -> {
          for (int i = 0; i < count; i++) {
            all.add(new TopicPartition(topic, i));
          }
        });
    consumer.assign(all);
  }

  /**
   * Reads on until so many messages were read in all.
   *
   * @throws IOException when none came for too long
   */
  void readUpTo(long count) throws IOException {
    while (read < count) {
      readSome();
    }
  }

  /** Reads what is there, and waits a moment when there is nothing. */
  void readSome() throws IOException {
    boolean any = false;
    Iterable<ConsumerRecord<byte[], byte[]>> records = consumer.poll(POLL);
    long now = ChronoUnit.MICROS.between(Instant.EPOCH, Instant.now());
    for (ConsumerRecord<byte[], byte[]> message : records) {
      read++;
      any = true;
      if (message.timestamp() >= from) {
        latency.recordValue(Math.max(0, now - message.timestamp() * 1000));
      }
    }
    if (any) {
      lastRead = System.nanoTime();
    } else if (System.nanoTime() - lastRead > PATIENCE.toNanos()) {
      throw new IOException("Nothing came out for " + PATIENCE.toMinutes() + " minutes");
    }
  }

  /** How many messages were read in all. */
  long read() {
    return read;
  }

  /** Begins to count latencies, of messages from this time on, in ms since 1970. */
  void countFrom(long timestamp) {
    from = timestamp;
    latency = new Histogram(3);
    lastRead = System.nanoTime();
  }

  /** In microseconds, from when a message should have been sent to when it was read. */
  Histogram latency() {
    return latency;
  }

  @Override
  public void close() {
    consumer.close();
  }
}
