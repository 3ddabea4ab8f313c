package io.credence.jobs.replay;

import io.credence.kafka.ByteClients;
import io.credence.kafka.ClientSettings;
import io.credence.kafka.TopicLocation;
import io.credence.kafka.TransactionalWriter;
import java.time.Duration;
import java.util.Map;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerConfig;

/** Kafka's clients with what a replay requires of them, whatever a user's settings say. */
final class Clients {

  /** How long a replay may take to abort what it has not committed, when brokers may be gone. */
  private static final Duration PARTING = Duration.ofSeconds(5);

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
    return ByteClients.consumer(all);
  }

  /** One replay at a time for each group and topic: a later one ends those before it. */
  static TransactionalWriter writer(TopicLocation deadLetters, String group, ReplayTo to) {
    String id = "credence-replay/" + group + "/" + deadLetters.topic();
    return TransactionalWriter.open(to.output().brokers(), to.clients(), id, group, PARTING);
  }
}
