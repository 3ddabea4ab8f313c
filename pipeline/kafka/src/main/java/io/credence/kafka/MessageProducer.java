package io.credence.kafka;

import java.io.IOException;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import org.apache.kafka.clients.consumer.ConsumerGroupMetadata;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.jspecify.annotations.Nullable;

/** Sends messages, and says which could not be sent. */
final class MessageProducer implements AutoCloseable {

  private final Producer<byte[], byte[]> producer;
  private final AtomicReference<@Nullable IOException> failure = new AtomicReference<>();

  MessageProducer(Map<String, Object> settings) {
    this.producer =
        new KafkaProducer<>(settings, new ByteArraySerializer(), new ByteArraySerializer());
  }

  @SuppressWarnings("FutureReturnValueIgnored") // The callback hears of a failure.
  void send(OutgoingMessage outgoing) throws IOException {
    requireNoFailure();
    try {
      producer.send(
          record(outgoing),
          (sent, e) -> {
            if (e != null) {
              fail(failure(outgoing, e));
            }
          });
    } catch (KafkaException e) {
      throw failure(outgoing, e);
    } catch (IllegalStateException e) {
      requireNoFailure(); // It was closed by one, in this moment.
      throw e;
    }
  }

  /**
   * Writes nothing more. An idempotent producer goes on behind a message that it gave up, and what
   * is sent again then lies behind later ones, where a reader that goes by offsets would take it
   * for a repeat.
   */
  private void fail(IOException first) {
    if (failure.compareAndSet(null, first)) {
      close(); // At once, which a callback may.
    }
  }

  private ProducerRecord<byte[], byte[]> record(OutgoingMessage outgoing) {
    Message message = outgoing.message();
    // Messages of old formats have none, and get the time of writing.
    Long timestamp = message.timestamp() < 0 ? null : message.timestamp();
    Integer partition = message.key() == null ? partition(outgoing) : null;
    return new ProducerRecord<>(
        outgoing.topic(), partition, timestamp, message.key(), message.value(), message.headers());
  }

  private int partition(OutgoingMessage outgoing) {
    int partitions = producer.partitionsFor(outgoing.topic()).size();
    return outgoing.message().id().partition() % partitions;
  }

  private static IOException failure(OutgoingMessage outgoing, Exception reason) {
    return new IOException(
        "The message made of %s can't be written to %s: %s"
            .formatted(outgoing.message().id(), outgoing.topic(), reason.getMessage()),
        reason);
  }

  private void requireNoFailure() throws IOException {
    IOException first = failure.get();
    if (first != null) {
      throw first;
    }
  }

  /** Waits until all are written. */
  void flush() throws IOException {
    producer.flush();
    requireNoFailure();
  }

  /** Ends what a former producer of the same transactional id has left open. */
  void initTransactions() {
    producer.initTransactions();
  }

  void beginTransaction() {
    producer.beginTransaction();
  }

  /** Makes what was sent since the beginning visible, together with a group's offsets. */
  void commitTransaction(String group, Map<TopicPartition, OffsetAndMetadata> offsets)
      throws IOException {
    producer.flush();
    requireNoFailure();
    producer.sendOffsetsToTransaction(offsets, new ConsumerGroupMetadata(group));
    producer.commitTransaction();
  }

  /** What is not written by now is of a bundle that failed, and will be made again. */
  @Override
  public void close() {
    producer.close(Duration.ZERO);
  }
}
