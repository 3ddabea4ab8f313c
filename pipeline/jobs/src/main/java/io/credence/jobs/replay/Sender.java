package io.credence.jobs.replay;

import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicReference;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
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
  @SuppressWarnings("FutureReturnValueIgnored") // The callback hears of a failure.
  void send(String place, ProducerRecord<byte[], byte[]> message) throws IOException {
    requireNoFailure();
    try {
      producer.send(
          message,
          (written, e) -> {
            if (e != null) {
              fail(new IOException(place + ": " + e.getMessage(), e));
            }
          });
    } catch (IllegalStateException e) {
      requireNoFailure(); // It was closed by one, in this moment.
      throw e;
    }
  }

  /**
   * Sends nothing more, not even what is on its way: the next replay goes on from the place
   * reported.
   */
  private void fail(IOException first) {
    if (failure.compareAndSet(null, first)) {
      producer.close(Duration.ZERO); // At once, which a callback may.
    }
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
