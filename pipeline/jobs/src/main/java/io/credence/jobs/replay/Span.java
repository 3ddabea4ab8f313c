package io.credence.jobs.replay;

import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;

/** From where to where each partition is read, and how far that has come. */
final class Span {

  private final Consumer<byte[], byte[]> consumer;
  private final Map<TopicPartition, Long> ends;
  private final Map<TopicPartition, Long> next = new HashMap<>();

  private Span(Consumer<byte[], byte[]> consumer, Map<TopicPartition, Long> ends) {
    this.consumer = consumer;
    this.ends = ends;
  }

  /**
   * From where the group stands, to the end as of now.
   *
   * @param fromEarliest from the first message there is instead
   * @param notes receives a line for each partition that has lost messages to its retention
   */
  static Span of(String topic, boolean fromEarliest, Consumer<byte[], byte[]> consumer, Notes notes)
      throws IOException {
    List<TopicPartition> partitions =
        consumer.partitionsFor(topic).stream()
            .map(found -> new TopicPartition(topic, found.partition()))
            .toList();
    consumer.assign(partitions);
    Span span = new Span(consumer, consumer.endOffsets(partitions));
    Map<TopicPartition, Long> first = consumer.beginningOffsets(partitions);
    Map<TopicPartition, OffsetAndMetadata> committed =
        fromEarliest ? Map.of() : consumer.committed(Set.copyOf(partitions));
    for (TopicPartition partition : partitions) {
      OffsetAndMetadata stands = committed.get(partition);
      long start = first.getOrDefault(partition, 0L);
      span.begin(partition, stands == null ? start : span.check(partition, stands, start, notes));
    }
    return span;
  }

  private long check(TopicPartition partition, OffsetAndMetadata stands, long first, Notes notes)
      throws IOException {
    if (stands.offset() > end(partition)) {
      throw new IOException(
          String.format(
              Locale.ROOT,
              "partition %d of %s ends at offset %d, but the last replay came to %d, so that was another topic of this name; --startAt=earliest replays all of this one",
              partition.partition(),
              partition.topic(),
              end(partition),
              stands.offset()));
    }
    if (stands.offset() < first) {
      notes.add(
          String.format(
              Locale.ROOT,
              "%s, partition %d: offsets %d to %d are gone, which were never replayed",
              partition.topic(),
              partition.partition(),
              stands.offset(),
              first - 1));
    }
    return Math.max(stands.offset(), first);
  }

  private void begin(TopicPartition partition, long offset) {
    consumer.seek(partition, offset);
    next.put(partition, offset);
    pauseAtEnd(partition);
  }

  private void pauseAtEnd(TopicPartition partition) {
    if (next.getOrDefault(partition, 0L) >= end(partition)) {
      consumer.pause(List.of(partition));
    }
  }

  private long end(TopicPartition partition) {
    return ends.getOrDefault(partition, 0L);
  }

  boolean isOver() {
    return next.entrySet().stream().allMatch(entry -> entry.getValue() >= end(entry.getKey()));
  }

  /** Whether a message was there when this began. */
  boolean holds(ConsumerRecord<byte[], byte[]> message) {
    return message.offset() < end(new TopicPartition(message.topic(), message.partition()));
  }

  /** Where each partition stands. */
  Map<TopicPartition, OffsetAndMetadata> offsets() {
    return next.entrySet().stream()
        .collect(
            Collectors.toMap(Map.Entry::getKey, entry -> new OffsetAndMetadata(entry.getValue())));
  }

  /**
   * Takes note of what the consumer has read.
   *
   * @return the new offsets of the partitions that it has read
   */
  Map<TopicPartition, OffsetAndMetadata> advance() {
    Map<TopicPartition, OffsetAndMetadata> advanced = new HashMap<>();
    for (Map.Entry<TopicPartition, Long> entry : next.entrySet()) {
      TopicPartition partition = entry.getKey();
      long position = Math.min(consumer.position(partition), end(partition));
      if (position > entry.getValue()) {
        entry.setValue(position);
        advanced.put(partition, new OffsetAndMetadata(position));
        pauseAtEnd(partition);
      }
    }
    return advanced;
  }
}
