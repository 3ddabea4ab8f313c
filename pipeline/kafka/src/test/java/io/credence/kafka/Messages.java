package io.credence.kafka;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.apache.kafka.clients.producer.MockProducer;
import org.apache.kafka.common.Cluster;
import org.apache.kafka.common.Node;
import org.apache.kafka.common.PartitionInfo;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.jspecify.annotations.Nullable;

/** Messages to write, and Kafka's own producer for tests. */
final class Messages {

  static final String INPUT = "flights";
  static final String OUTPUT = "scored";

  private Messages() {}

  static MessageId id(int partition, long offset) {
    return new MessageId(INPUT, partition, offset, 0);
  }

  static OutgoingMessage of(RecordId id) {
    return of(id, "key");
  }

  static OutgoingMessage of(RecordId id, @Nullable String key) {
    byte[] bytes = key == null ? null : key.getBytes(UTF_8);
    return new OutgoingMessage(OUTPUT, id, 5, bytes, new byte[] {1}, new RecordHeaders());
  }

  /** A producer to a topic of three partitions, which writes a message when the test says so. */
  static MockProducer<byte[], byte[]> producer() {
    Cluster cluster =
        new Cluster(
            "test",
            List.of(),
            IntStream.range(0, 3).mapToObj(Messages::partition).toList(),
            Set.of(),
            Set.of());
    return new MockProducer<>(cluster, false, new ByteArraySerializer(), new ByteArraySerializer());
  }

  private static PartitionInfo partition(int number) {
    return new PartitionInfo(OUTPUT, number, Node.noNode(), new Node[0], new Node[0]);
  }
}
