package io.credence.jobs.replay;

import io.credence.kafka.ReadRange;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;

/** Reads a range of a topic's dead letters, and knows how far that has come. */
final class DeadLetterReader {

  private static final Duration POLL = Duration.ofMillis(500);

  private final Consumer<byte[], byte[]> consumer;
  private final String topic;
  private final ReadRange range;
  private final TreeMap<Integer, Long> next;

  DeadLetterReader(Consumer<byte[], byte[]> consumer, String topic, ReadRange range) {
    this.consumer = consumer;
    this.topic = topic;
    this.range = range;
    this.next = new TreeMap<>(range.starts());
    consumer.assign(next.keySet().stream().map(this::of).toList());
    next.forEach(
        (partition, offset) -> {
          consumer.seek(of(partition), offset);
          pauseAtEnd(partition, offset);
        });
  }

  private TopicPartition of(int partition) {
    return new TopicPartition(topic, partition);
  }

  private void pauseAtEnd(int partition, long offset) {
    if (range.isOver(partition, offset)) {
      consumer.pause(List.of(of(partition)));
    }
  }

  boolean isOver() {
    return range.isOver(next);
  }

  /** The next messages, if any have come; those behind the end are left out. */
  List<ConsumerRecord<byte[], byte[]>> poll() {
    List<ConsumerRecord<byte[], byte[]>> messages = new ArrayList<>();
    for (ConsumerRecord<byte[], byte[]> message : consumer.poll(POLL)) {
      if (!range.isOver(message.partition(), message.offset())) {
        messages.add(message);
      }
    }
    return messages;
  }

  /**
   * Takes note of what was polled, and of marks of transactions between messages.
   *
   * @return the new offsets of the partitions that were read
   */
  Map<Integer, Long> advance() {
    Map<Integer, Long> advanced = new TreeMap<>();
    for (Map.Entry<Integer, Long> entry : next.entrySet()) {
      int partition = entry.getKey();
      long position = range.atMostEnd(partition, consumer.position(of(partition)));
      if (position > entry.getValue()) {
        entry.setValue(position);
        advanced.put(partition, position);
        pauseAtEnd(partition, position);
      }
    }
    return advanced;
  }
}
