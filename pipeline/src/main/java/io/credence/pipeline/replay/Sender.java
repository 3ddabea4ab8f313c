package io.credence.pipeline.replay;

import java.io.IOException;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicReference;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.jspecify.annotations.Nullable;

/** Sends messages without waiting for each, and stops at the first that can't be sent. */
final class Sender implements AutoCloseable {

  private final Producer<byte[], byte[]> producer;
  private final AtomicReference<@Nullable IOException> failure = new AtomicReference<>();

  Sender(Producer<byte[], byte[]> producer) {
    this.producer = producer;
  }

  /**
   * Sends one, sooner or later.
   *
   * @throws IOException when an earlier one could not be sent
   */
  void send(String place, ProducerRecord<byte[], byte[]> message) throws IOException {
    requireNoFailure();
    Future<RecordMetadata> unused =
        producer.send(
            message,
            (written, e) -> {
              if (e != null) {
                failure.compareAndSet(null, new IOException(place + ": " + e.getMessage(), e));
              }
            });
  }

  /** Waits until all are sent. */
  void flush() throws IOException {
    producer.flush();
    requireNoFailure();
  }

  private void requireNoFailure() throws IOException {
    IOException failed = failure.get();
    if (failed != null) {
      throw failed;
    }
  }

  @Override
  public void close() {
    producer.close(Clients.PARTING);
  }
}
