package io.credence.kafka;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.common.TopicPartition;

/**
 * What a reader has left of a range.
 *
 * @param topic the topic
 * @param group the group of the reader
 * @param clients the settings of the reader, on which it depends what is there for it
 */
record UnreadMessages(TopicLocation topic, String group, ClientSettings clients) {

  private static final Duration PATIENCE = Duration.ofSeconds(10);

  /** Whether there is no message from the given offsets to the end of the range. */
  boolean isEmpty(Map<Integer, Long> offsets, ReadRange range) {
    try (Consumer<byte[], byte[]> consumer =
        ByteClients.consumer(clients.consumer(topic.brokers(), group))) {
      return range.starts().entrySet().stream()
          .allMatch(
              start ->
                  isEmpty(
                      consumer,
                      start.getKey(),
                      Math.max(start.getValue(), offsets.getOrDefault(start.getKey(), 0L)),
                      range));
    }
  }

  private boolean isEmpty(
      Consumer<byte[], byte[]> consumer, int partition, long offset, ReadRange range) {
    TopicPartition read = new TopicPartition(topic.topic(), partition);
    consumer.assign(List.of(read));
    consumer.seek(read, offset);
    long deadline = System.nanoTime() + PATIENCE.toNanos();
    while (!range.isOver(partition, consumer.position(read))) {
      if (consumer.poll(PATIENCE).records(read).stream()
              .anyMatch(message -> !range.isOver(partition, message.offset()))
          || System.nanoTime() - deadline > 0) {
        return false;
      }
    }
    return true;
  }
}
