package io.credence.kafka;

import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicReference;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.KafkaException;
import org.jspecify.annotations.Nullable;

/**
 * Sends messages without waiting for each, and stops at the first that can't be written.
 *
 * <p>Not thread-safe, but for Kafka's own thread, which reports what was written.
 */
public final class MessageProducer implements AutoCloseable {

  /** What is not written by now belongs to work that failed, and will be made again. */
  private static final Duration AT_ONCE = Duration.ZERO;

  private final Producer<byte[], byte[]> producer;
  private final Runnable stop;
  private final AtomicReference<@Nullable IOException> failure = new AtomicReference<>();

  MessageProducer(Producer<byte[], byte[]> producer) {
    this(producer, () -> producer.close(AT_ONCE)); // Which a callback may.
  }

  /**
   * Sends through a producer.
   *
   * @param stop keeps what was sent behind the first failure from being written
   */
  MessageProducer(Producer<byte[], byte[]> producer, Runnable stop) {
    this.producer = producer;
    this.stop = stop;
  }

  /** A producer for the topics of one cluster. */
  public static MessageProducer open(String brokers, ClientSettings clients) {
    return new MessageProducer(ByteClients.producer(clients.producer(brokers)));
  }

  /**
   * Sends a message, and what is beside it, sooner or later.
   *
   * @throws IOException when this one or an earlier one can't be written; none is written behind it
   */
  public void send(OutgoingMessage outgoing) throws IOException {
    sendOne(outgoing);
    if (outgoing.beside() != null) {
      sendOne(outgoing.beside());
    }
  }

  @SuppressWarnings("FutureReturnValueIgnored") // The callback hears of a failure.
  private void sendOne(OutgoingMessage outgoing) throws IOException {
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
      fail(failure(outgoing, e));
    } catch (IllegalStateException e) {
      requireNoFailure(); // It was closed by one, in this moment.
      throw e;
    }
    requireNoFailure();
  }

  /**
   * Writes nothing more. An idempotent producer goes on behind a message that it gave up, and what
   * is sent again then lies behind later ones, where a reader that goes by offsets would take it
   * for a repeat.
   */
  private void fail(IOException first) {
    if (failure.compareAndSet(null, first)) {
      stop.run();
    }
  }

  private ProducerRecord<byte[], byte[]> record(OutgoingMessage outgoing) {
    // Messages of old formats have none, and get the time of writing.
    Long timestamp = outgoing.timestamp() < 0 ? null : outgoing.timestamp();
    return new ProducerRecord<>(
        outgoing.topic(),
        partition(outgoing),
        timestamp,
        outgoing.key(),
        outgoing.value(),
        outgoing.headers());
  }

  /** Null where the key chooses, or without one the client. */
  private @Nullable Integer partition(OutgoingMessage outgoing) {
    return outgoing.key() == null && outgoing.id() instanceof MessageId read
        ? read.partition() % producer.partitionsFor(outgoing.topic()).size()
        : null;
  }

  private static IOException failure(OutgoingMessage outgoing, Exception reason) {
    return new IOException(
        "The message made of %s can't be written to %s: %s"
            .formatted(outgoing.id(), outgoing.topic(), reason.getMessage()),
        reason);
  }

  private void requireNoFailure() throws IOException {
    IOException first = failure.get();
    if (first != null) {
      throw first;
    }
  }

  /**
   * Waits until all are written.
   *
   * @throws IOException when one can't be written
   */
  public void flush() throws IOException {
    requireNoFailure();
    producer.flush();
    requireNoFailure();
  }

  /** Gives up what is not written yet. */
  @Override
  public void close() {
    producer.close(AT_ONCE);
  }
}
