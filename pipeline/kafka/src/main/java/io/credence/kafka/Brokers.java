package io.credence.kafka;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.ExecutionException;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.admin.ConfigEntry;
import org.apache.kafka.clients.admin.ListConsumerGroupOffsetsOptions;
import org.apache.kafka.clients.admin.ListConsumerGroupOffsetsSpec;
import org.apache.kafka.clients.admin.ListOffsetsOptions;
import org.apache.kafka.clients.admin.ListOffsetsResult.ListOffsetsResultInfo;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.IsolationLevel;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.config.ConfigResource;
import org.apache.kafka.common.config.TopicConfig;
import org.apache.kafka.common.errors.AuthorizationException;
import org.apache.kafka.common.requests.ListOffsetsResponse;

/** Reads topics and consumer groups from brokers, and commits offsets. */
final class Brokers implements AutoCloseable {

  private static final int PATIENCE_MILLIS = 10_000;

  /** For as long a transaction stays open whose writer was killed, and a little longer. */
  private static final int OPEN_TRANSACTION_MILLIS = 70_000;

  private final Admin admin;

  private Brokers(Admin admin) {
    this.admin = admin;
  }

  static Brokers of(TopicLocation topic, ClientSettings clients) {
    Map<String, Object> settings = new HashMap<>(clients.common(topic.brokers()));
    settings.put(AdminClientConfig.REQUEST_TIMEOUT_MS_CONFIG, PATIENCE_MILLIS);
    settings.put(AdminClientConfig.DEFAULT_API_TIMEOUT_MS_CONFIG, PATIENCE_MILLIS);
    return new Brokers(Admin.create(settings));
  }

  TopicDescription describe(String topic) throws ExecutionException, InterruptedException {
    int partitions =
        single(admin.describeTopics(List.of(topic)).topicNameValues()).partitions().size();
    return new TopicDescription(
        admin.describeCluster().clusterId().get(), topic, partitions, maxMessageBytes(topic));
  }

  /** A client that may not ask has no limit here; the brokers enforce theirs. */
  private int maxMessageBytes(String topic) throws ExecutionException, InterruptedException {
    ConfigResource resource = new ConfigResource(ConfigResource.Type.TOPIC, topic);
    try {
      ConfigEntry limit =
          single(admin.describeConfigs(List.of(resource)).values())
              .get(TopicConfig.MAX_MESSAGE_BYTES_CONFIG);
      return limit == null || limit.value() == null
          ? Integer.MAX_VALUE
          : Integer.parseInt(limit.value());
    } catch (ExecutionException e) {
      if (e.getCause() instanceof AuthorizationException) {
        return Integer.MAX_VALUE;
      }
      throw e;
    }
  }

  /** The answer to a question about one thing. */
  private static <T> T single(Map<?, KafkaFuture<T>> answers)
      throws ExecutionException, InterruptedException {
    return answers.values().iterator().next().get();
  }

  /** How many consumers share the partitions of a topic in the name of a group. */
  int members(String group) throws ExecutionException, InterruptedException {
    return single(admin.describeConsumerGroups(List.of(group)).describedGroups()).members().size();
  }

  /**
   * An offset of each partition. Where nothing is as young as a time, the end is meant.
   *
   * @param beginWithLatest whether a group without offsets begins behind the last message
   */
  SortedMap<Integer, Long> offsets(
      String topic, int partitions, OffsetPoint point, String group, boolean beginWithLatest)
      throws ExecutionException, InterruptedException {
    boolean committed = point.kind() == OffsetPoint.Kind.COMMITTED;
    SortedMap<Integer, Long> offsets =
        listed(
            topic, partitions, committed && beginWithLatest ? OffsetSpec.latest() : point.spec());
    if (point.kind() == OffsetPoint.Kind.TIMESTAMP) {
      SortedMap<Integer, Long> ends = listed(topic, partitions, OffsetSpec.latest());
      offsets.replaceAll(
          (partition, offset) ->
              offset == ListOffsetsResponse.UNKNOWN_OFFSET ? ends.get(partition) : offset);
    }
    if (committed) {
      offsets.putAll(committed(topic, group));
    }
    return offsets;
  }

  private SortedMap<Integer, Long> listed(String topic, int partitions, OffsetSpec spec)
      throws ExecutionException, InterruptedException {
    Map<TopicPartition, OffsetSpec> all =
        IntStream.range(0, partitions)
            .mapToObj(partition -> new TopicPartition(topic, partition))
            .collect(Collectors.toMap(Function.identity(), partition -> spec));
    Map<TopicPartition, ListOffsetsResultInfo> found =
        admin.listOffsets(all, new ListOffsetsOptions(IsolationLevel.READ_COMMITTED)).all().get();
    TreeMap<Integer, Long> offsets = new TreeMap<>();
    found.forEach((partition, info) -> offsets.put(partition.partition(), info.offset()));
    return offsets;
  }

  /**
   * What a group has committed of a topic: of transactions that are neither committed nor given up,
   * it waits for the outcome.
   */
  SortedMap<Integer, Long> committed(String topic, String group)
      throws ExecutionException, InterruptedException {
    KafkaFuture<Map<TopicPartition, OffsetAndMetadata>> found =
        admin
            .listConsumerGroupOffsets(
                Map.of(group, new ListConsumerGroupOffsetsSpec()),
                new ListConsumerGroupOffsetsOptions()
                    .requireStable(true)
                    .timeoutMs(OPEN_TRANSACTION_MILLIS))
            .partitionsToOffsetAndMetadata(group);
    TreeMap<Integer, Long> offsets = new TreeMap<>();
    found
        .get()
        .forEach(
            (partition, offset) -> {
              if (offset != null && partition.topic().equals(topic)) {
                offsets.put(partition.partition(), offset.offset());
              }
            });
    return offsets;
  }

  /** Commits offsets in the name of a group that has no members. */
  void commit(String topic, String group, Map<Integer, Long> offsets)
      throws ExecutionException, InterruptedException {
    admin.alterConsumerGroupOffsets(group, GroupOffsets.of(topic, offsets)).all().get();
  }

  @Override
  public void close() {
    admin.close();
  }
}
