package io.credence.pipeline.replay;

import io.credence.pipeline.kafka.ClientSettings;
import io.credence.pipeline.kafka.TopicLocation;
import java.time.Duration;
import java.util.HashMap;
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
    Object given = settings.common(deadLetters).get(ConsumerConfig.GROUP_ID_CONFIG);
    return given == null ? USUAL_GROUP + deadLetters.topic() : given.toString();
  }

  /** Sees what is committed only, and never begins anywhere by itself. */
  static Consumer<byte[], byte[]> consumer(
      TopicLocation topic, String group, ClientSettings settings) {
    Map<String, Object> all = new HashMap<>(settings.common(topic));
    // Each poll becomes a transaction, and each of these takes about a tenth of a second.
    all.putIfAbsent(ConsumerConfig.MAX_POLL_RECORDS_CONFIG, 5_000);
    all.put(ConsumerConfig.GROUP_ID_CONFIG, group);
    all.put(ConsumerConfig.ISOLATION_LEVEL_CONFIG, "read_committed");
    all.put(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "none");
    all.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false);
    all.put(ConsumerConfig.ALLOW_AUTO_CREATE_TOPICS_CONFIG, false);
    return new KafkaConsumer<>(all, new ByteArrayDeserializer(), new ByteArrayDeserializer());
  }

  /** A message counts as written when all replicas have it, and once. */
  static Producer<byte[], byte[]> producer(TopicLocation topic, ClientSettings settings) {
    return producer(producerSettings(topic, settings));
  }

  /** Whoever comes later with the same id ends the transactions of those before. */
  static Producer<byte[], byte[]> transactional(
      TopicLocation topic, String id, ClientSettings settings) {
    Map<String, Object> all = producerSettings(topic, settings);
    all.put(ProducerConfig.TRANSACTIONAL_ID_CONFIG, id);
    return producer(all);
  }

  private static Map<String, Object> producerSettings(
      TopicLocation topic, ClientSettings settings) {
    Map<String, Object> all = new HashMap<>(settings.common(topic));
    all.put(ProducerConfig.ACKS_CONFIG, "all");
    all.put(ProducerConfig.ENABLE_IDEMPOTENCE_CONFIG, true);
    return all;
  }

  private static Producer<byte[], byte[]> producer(Map<String, Object> settings) {
    return new KafkaProducer<>(settings, new ByteArraySerializer(), new ByteArraySerializer());
  }
}
