package io.credence.streaming.play;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.locks.LockSupport;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.jspecify.annotations.Nullable;

/**
 * Sends messages at a steady rate, whatever becomes of them: the time of each is fixed before the
 * first is sent, and is its timestamp (in whole milliseconds), also when it is sent later because a
 * step was slow. So a latency that is counted from the timestamp includes all of the waiting (what
 * is called coordinated omission leaves it out). When all messages were sent, the first comes
 * again.
 *
 * <p>One thread sends at a time; others may ask how many were sent.
 */
public final class Player implements AutoCloseable {

  private static final long SECOND = 1_000_000_000;

  private final String topic;
  private final List<FlightMessage> messages;
  private final Producer<byte[], byte[]> producer;
  private final AtomicLong sent = new AtomicLong();
  private final AtomicReference<@Nullable Exception> failure = new AtomicReference<>();

  /**
   * Connects to a broker.
   *
   * @param bootstrap its address
   */
  public Player(String bootstrap, String topic, List<FlightMessage> messages) {
    this.topic = topic;
    this.messages = messages;
    this.producer = new KafkaProducer<>(config(bootstrap));
  }

  private static Map<String, Object> config(String bootstrap) {
    Map<String, Object> config = new HashMap<>();
    config.put("bootstrap.servers", bootstrap);
    config.put("key.serializer", ByteArraySerializer.class.getName());
    config.put("value.serializer", ByteArraySerializer.class.getName());
    // Fewer requests, each of more messages; the wait for it counts as latency.
    config.put("linger.ms", "1");
    // Of Kafka's own sizes, a full buffer can stop a connection for 200 ms.
    config.put("send.buffer.bytes", "-1");
    return config;
  }

  /**
   * Sends so many messages, the first at once.
   *
   * @param rate messages per second
   * @throws IOException when the broker did not take them all
   */
  public void play(long count, double rate) throws IOException {
    Instant wall = Instant.now();
    long start = System.nanoTime();
    for (long i = 0; i < count && failure.get() == null; i++) {
      long due = (long) (i * (SECOND / rate));
      await(start + due);
      send(wall.plusNanos(due).toEpochMilli());
    }
    flush();
  }

  /**
   * Sends so many messages as fast as the broker takes them, with the times at which they are sent.
   *
   * @throws IOException when the broker did not take them all
   */
  public void load(long count) throws IOException {
    for (long i = 0; i < count && failure.get() == null; i++) {
      send(System.currentTimeMillis());
    }
    flush();
  }

  private static void await(long nanoTime) {
    for (long left = nanoTime - System.nanoTime(); left > 0; left = nanoTime - System.nanoTime()) {
      LockSupport.parkNanos(left);
    }
  }

  private void send(long timestamp) {
    FlightMessage message = messages.get((int) (sent.getAndIncrement() % messages.size()));
    var unused = // The callback has it.
        producer.send(
            new ProducerRecord<>(topic, null, timestamp, message.key(), message.value()),
            (metadata, refused) -> {
              if (refused != null) {
                failure.compareAndSet(null, refused);
              }
            });
  }

  private void flush() throws IOException {
    producer.flush();
    Exception refused = failure.get();
    if (refused != null) {
      throw new IOException("The broker did not take a message: " + refused.getMessage(), refused);
    }
  }

  /** How many messages were sent, by all calls together. */
  public long sent() {
    return sent.get();
  }

  @Override
  public void close() {
    producer.close(Duration.ofSeconds(5));
  }
}
