package io.credence.jobs.replay;

import io.credence.kafka.ClientSettings;
import io.credence.kafka.TopicLocation;
import java.time.Duration;
import java.util.Map;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;

/** Kafka's clients with what a replay requires of them, whatever a user's settings say. */
final class Clients {

  /** How long a client may take to say good-bye to a broker, which may be gone. */
  static final Duration PARTING = Duration.ofSeconds(5);

  private static final String USUAL_GROUP = "credence-replay-";

  private Clients() {}

  /** The consumer group that remembers how far dead letters have been replayed. */
  static String group(TopicLocation deadLetters, ClientSettings settings) {
    return settings.group(USUAL_GROUP + deadLetters.topic());
  }

  /** Sees what is committed only, and never begins anywhere by itself. */
  static Consumer<byte[], byte[]> consumer(
      TopicLocation topic, String group, ClientSettings settings) {
    Map<String, Object> all = settings.consumer(topic.brokers(), group);
    // Each poll becomes a transaction, which takes its time whatever its size.
    all.putIfAbsent(ConsumerConfig.MAX_POLL_RECORDS_CONFIG, 5_000);
    all.put(ConsumerConfig.ISOLATION_LEVEL_CONFIG, "read_committed");
    all.put(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "none");
    return new KafkaConsumer<>(all, new ByteArrayDeserializer(), new ByteArrayDeserializer());
  }

  static Producer<byte[], byte[]> producer(TopicLocation topic, ClientSettings settings) {
    return producer(settings.producer(topic.brokers()));
  }

  /** A later producer with the same id ends the transactions of earlier ones. */
  static Producer<byte[], byte[]> transactional(
      TopicLocation topic, String id, ClientSettings settings) {
    Map<String, Object> all = settings.producer(topic.brokers());
    all.put(ProducerConfig.TRANSACTIONAL_ID_CONFIG, id);
    return producer(all);
  }

  private static Producer<byte[], byte[]> producer(Map<String, Object> settings) {
    return new KafkaProducer<>(settings, new ByteArraySerializer(), new ByteArraySerializer());
  }
}
