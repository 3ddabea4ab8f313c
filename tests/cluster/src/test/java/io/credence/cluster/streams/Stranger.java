package io.credence.cluster.streams;

import io.credence.kit.kafka.KafkaBroker;
import io.credence.kit.process.Eventually;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;

/** A consumer that joins a group that is not its own, as Kafka's own tools may. */
final class Stranger implements AutoCloseable {

  private static final Duration POLL = Duration.ofMillis(100);

  private final Consumer<byte[], byte[]> consumer;

  private Stranger(Consumer<byte[], byte[]> consumer) {
    this.consumer = consumer;
  }

  /** It is a member when this returns, and has all partitions that no other member has. */
  static Stranger join(KafkaBroker broker, String group, String topic) {
    Map<String, Object> config = new HashMap<>(broker.clientProperties());
    config.put("group.id", group);
    config.put("enable.auto.commit", "false");
    config.put("auto.offset.reset", "earliest");
    Stranger stranger =
        new Stranger(
            new KafkaConsumer<>(config, new ByteArrayDeserializer(), new ByteArrayDeserializer()));
    stranger.consumer.subscribe(List.of(topic));
    Eventually.await(
        "a stranger is in the group",
        Duration.ofSeconds(30),
        List.of(),
        () -> {
          stranger.consumer.poll(POLL);
          return !stranger.consumer.assignment().isEmpty();
        });
    return stranger;
  }

  /** Reads for so long, and commits nothing. */
  void read(Duration duration) {
    long end = System.nanoTime() + duration.toNanos();
    while (System.nanoTime() < end) {
      consumer.poll(POLL);
    }
  }

  @Override
  public void close() {
    consumer.close();
  }
}
