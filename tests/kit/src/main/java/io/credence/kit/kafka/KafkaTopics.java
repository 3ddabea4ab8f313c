package io.credence.kit.kafka;

import io.credence.kit.process.Eventually;
import io.credence.kit.process.KitFailure;
import java.io.IOException;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.ListOffsetsResult.ListOffsetsResultInfo;
import org.apache.kafka.clients.admin.NewPartitions;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.admin.TopicDescription;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.UnknownTopicOrPartitionException;

/**
 * The topics of a broker. A change is done when the broker shows it to clients, which is a moment
 * after it was acknowledged. What Kafka refuses is thrown as Kafka's own exception.
 */
public final class KafkaTopics implements AutoCloseable {

  private static final Duration PATIENCE = Duration.ofSeconds(30);

  private final Admin admin;

  /**
   * Connects with them.
   *
   * @param clientProperties of {@link KafkaBroker}, or more
   */
  public KafkaTopics(Map<String, String> clientProperties) {
    Map<String, Object> config = new HashMap<>(clientProperties);
    // Less than we wait ourselves, so that Kafka gets to say what was wrong.
    config.putIfAbsent("default.api.timeout.ms", "20000");
    config.putIfAbsent("request.timeout.ms", "10000");
    admin = Admin.create(config);
  }

  public void create(String topic, int partitions) {
    create(topic, partitions, Map.of());
  }

  public void create(String topic, int partitions, Map<String, String> config) {
    short replicas = 1;
    NewTopic created = new NewTopic(topic, partitions, replicas).configs(config);
    get(admin.createTopics(List.of(created)).all());
    await(topic + " is there", topic, found -> found.partitions().size() == partitions);
  }

  public void delete(String topic) {
    get(admin.deleteTopics(List.of(topic)).all());
    Eventually.await(
        topic + " is gone",
        PATIENCE,
        List.of(),
        () -> !get(admin.listTopics().names()).contains(topic));
  }

  /**
   * Adds partitions to a topic.
   *
   * @param partitions with those that there are already
   */
  public void addPartitions(String topic, int partitions) {
    get(admin.createPartitions(Map.of(topic, NewPartitions.increaseTo(partitions))).all());
    await(
        topic + " has " + partitions + " partitions",
        topic,
        found -> found.partitions().size() == partitions);
  }

  public TopicDescription describe(String topic) {
    return get(
        Objects.requireNonNull(admin.describeTopics(List.of(topic)).topicNameValues().get(topic)));
  }

  /** By partition the offset that the next record will get. */
  public Map<Integer, Long> endOffsets(String topic) {
    Map<TopicPartition, OffsetSpec> latest =
        describe(topic).partitions().stream()
            .collect(
                Collectors.toMap(
                    found -> new TopicPartition(topic, found.partition()),
                    found -> OffsetSpec.latest()));
    Map<TopicPartition, ListOffsetsResultInfo> offsets = get(admin.listOffsets(latest).all());
    Map<Integer, Long> ends = new TreeMap<>();
    offsets.forEach((partition, info) -> ends.put(partition.partition(), info.offset()));
    return ends;
  }

  /** What the group has committed, by partition, without those of which it never did. */
  public Map<TopicPartition, Long> committedOffsets(String group) {
    Map<TopicPartition, Long> committed = new HashMap<>();
    get(admin.listConsumerGroupOffsets(group).partitionsToOffsetAndMetadata())
        .forEach(
            (partition, offset) -> {
              if (offset != null) {
                committed.put(partition, offset.offset());
              }
            });
    return committed;
  }

  @Override
  public void close() {
    admin.close(Duration.ofSeconds(5));
  }

  private void await(String what, String topic, Predicate<TopicDescription> condition) {
    Eventually.await(
        what,
        PATIENCE,
        List.of(),
        () -> {
          try {
            TopicDescription found = describe(topic);
            return condition.test(found)
                && found.partitions().stream().allMatch(partition -> partition.leader() != null);
          } catch (UnknownTopicOrPartitionException e) {
            throw new IOException(e);
          }
        });
  }

  private static <T> T get(KafkaFuture<T> future) {
    try {
      return future.get(PATIENCE.toSeconds(), TimeUnit.SECONDS);
    } catch (ExecutionException e) {
      if (e.getCause() instanceof RuntimeException refused) {
        throw refused;
      }
      throw new KitFailure("Kafka's client failed", e);
    } catch (TimeoutException e) {
      throw new KitFailure("No answer of Kafka within " + PATIENCE, e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new KitFailure("Interrupted while waiting for Kafka", e);
    }
  }
}
