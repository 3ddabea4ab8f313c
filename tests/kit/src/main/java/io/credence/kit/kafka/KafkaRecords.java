package io.credence.kit.kafka;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.credence.kit.process.KitFailure;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.IsolationLevel;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.jspecify.annotations.Nullable;

/** Writes records to topics and reads them back, as bytes. */
public final class KafkaRecords {

  private static final Duration PATIENCE = Duration.ofSeconds(60);
  private static final Duration POLL = Duration.ofMillis(200);

  private final Map<String, String> clientProperties;

  /**
   * Connects with them, each time.
   *
   * @param clientProperties of {@link KafkaBroker}, or more
   */
  public KafkaRecords(Map<String, String> clientProperties) {
    this.clientProperties = Map.copyOf(clientProperties);
  }

  /** A record without headers whose timestamp is the time of writing. Null stays null. */
  public static ProducerRecord<byte[], byte[]> text(
      String topic, int partition, @Nullable String key, @Nullable String value) {
    return new ProducerRecord<>(
        topic,
        partition,
        key == null ? null : key.getBytes(UTF_8),
        value == null ? null : value.getBytes(UTF_8));
  }

  /** Writes them, in this order within a partition, and is back when the broker has them all. */
  public List<RecordMetadata> produce(Collection<ProducerRecord<byte[], byte[]>> records) {
    try (Producer<byte[], byte[]> producer = producer(Map.of())) {
      return produce(producer, records);
    }
  }

  /** The same with a producer that the caller has, perhaps in a transaction. */
  public static List<RecordMetadata> produce(
      Producer<byte[], byte[]> producer, Collection<ProducerRecord<byte[], byte[]>> records) {
    List<Future<RecordMetadata>> sent = new ArrayList<>(records.size());
    for (ProducerRecord<byte[], byte[]> record : records) {
      sent.add(producer.send(record));
    }
    producer.flush();
    List<RecordMetadata> written = new ArrayList<>(records.size());
    try {
      for (Future<RecordMetadata> one : sent) {
        written.add(one.get());
      }
    } catch (ExecutionException e) {
      if (e.getCause() instanceof RuntimeException refused) {
        throw refused;
      }
      throw new KitFailure("Kafka's client failed", e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new KitFailure("Interrupted while writing to Kafka", e);
    }
    return written;
  }

  /** For transactions and for writers that take their time. The caller closes it. */
  public Producer<byte[], byte[]> producer(Map<String, String> moreConfig) {
    Map<String, Object> config = new HashMap<>(clientProperties);
    config.put("acks", "all");
    config.put("linger.ms", "5");
    config.put("max.block.ms", "20000");
    config.put("delivery.timeout.ms", "30000");
    config.put("request.timeout.ms", "10000");
    config.putAll(moreConfig);
    return new KafkaProducer<>(config, new ByteArraySerializer(), new ByteArraySerializer());
  }

  /**
   * All that the topic holds now, by partition and offset, read outside of any group. What comes in
   * the meantime is left out.
   *
   * @param isolation whether to see what belongs to transactions that are open or were aborted
   */
  public List<ConsumerRecord<byte[], byte[]>> consume(String topic, IsolationLevel isolation) {
    try (Consumer<byte[], byte[]> consumer = consumer(isolation)) {
      List<TopicPartition> partitions =
          consumer.partitionsFor(topic).stream()
              .map(info -> new TopicPartition(topic, info.partition()))
              .toList();
      if (partitions.isEmpty()) {
        throw new KitFailure("No topic " + topic);
      }
      consumer.assign(partitions);
      consumer.seekToBeginning(partitions);
      Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
      List<ConsumerRecord<byte[], byte[]>> found = new ArrayList<>();
      long deadline = System.nanoTime() + PATIENCE.toNanos();
      // Not until the last record: the last offsets may be those of a transaction's end.
      while (partitions.stream().anyMatch(one -> consumer.position(one) < end(ends, one))) {
        if (System.nanoTime() > deadline) {
          throw new KitFailure(
              String.format(
                  Locale.ROOT,
                  "Not within %s s to %s, but only %d records",
                  PATIENCE.toSeconds(),
                  ends,
                  found.size()));
        }
        for (ConsumerRecord<byte[], byte[]> record : consumer.poll(POLL)) {
          if (record.offset() < end(ends, new TopicPartition(topic, record.partition()))) {
            found.add(record);
          }
        }
      }
      found.sort(
          Comparator.<ConsumerRecord<byte[], byte[]>>comparingInt(ConsumerRecord::partition)
              .thenComparingLong(ConsumerRecord::offset));
      return found;
    }
  }

  private static long end(Map<TopicPartition, Long> ends, TopicPartition partition) {
    return Objects.requireNonNull(ends.get(partition));
  }

  /** Reads topics from their beginning on, outside of any group. The caller closes it. */
  public Consumer<byte[], byte[]> follow(IsolationLevel isolation, List<String> topics) {
    Consumer<byte[], byte[]> consumer = consumer(isolation);
    List<TopicPartition> partitions =
        topics.stream()
            .flatMap(topic -> consumer.partitionsFor(topic).stream())
            .map(info -> new TopicPartition(info.topic(), info.partition()))
            .toList();
    consumer.assign(partitions);
    consumer.seekToBeginning(partitions);
    return consumer;
  }

  private Consumer<byte[], byte[]> consumer(IsolationLevel isolation) {
    Map<String, Object> config = new HashMap<>(clientProperties);
    config.put("isolation.level", isolation.toString());
    config.put("enable.auto.commit", "false");
    config.put("allow.auto.create.topics", "false");
    config.put("default.api.timeout.ms", "20000");
    config.put("request.timeout.ms", "10000");
    return new KafkaConsumer<>(config, new ByteArrayDeserializer(), new ByteArrayDeserializer());
  }
}
