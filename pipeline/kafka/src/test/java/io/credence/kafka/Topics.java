package io.credence.kafka;

import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.apache.kafka.clients.consumer.MockConsumer;
import org.apache.kafka.common.Node;
import org.apache.kafka.common.PartitionInfo;
import org.apache.kafka.common.TopicPartition;
import org.jspecify.annotations.Nullable;

/** A topic of Kafka's own consumer for tests. */
final class Topics {

  private static final TopicLocation TOPIC = new TopicLocation("h:1", Messages.INPUT);

  private Topics() {}

  static TopicPartition partition(int number) {
    return new TopicPartition(Messages.INPUT, number);
  }

  static void partitions(MockConsumer<byte[], byte[]> kafka, int count) {
    kafka.updatePartitions(
        Messages.INPUT,
        IntStream.range(0, count)
            .mapToObj(
                i -> new PartitionInfo(Messages.INPUT, i, Node.noNode(), new Node[0], new Node[0]))
            .toList());
  }

  /** All partitions, whose reader commits offsets. */
  static TopicSource source(Map<Integer, Long> starts, @Nullable Map<Integer, Long> ends) {
    ReadRange range =
        new ReadRange(new TreeMap<>(starts), ends == null ? null : new TreeMap<>(ends));
    return new TopicSource(TOPIC, range, "group", true, new ClientSettings(null), null);
  }
}
