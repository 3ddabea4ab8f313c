package io.credence.kafka;

import java.util.Map;
import java.util.stream.Collectors;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;

/** The offsets of a topic's partitions, as Kafka's clients commit them for a consumer group. */
final class GroupOffsets {

  private GroupOffsets() {}

  /**
   * Offsets to commit.
   *
   * @param next the offset of the next message of each partition
   */
  static Map<TopicPartition, OffsetAndMetadata> of(String topic, Map<Integer, Long> next) {
    return next.entrySet().stream()
        .collect(
            Collectors.toMap(
                position -> new TopicPartition(topic, position.getKey()),
                position -> new OffsetAndMetadata(position.getValue())));
  }
}
