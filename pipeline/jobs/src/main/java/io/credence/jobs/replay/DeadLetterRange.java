package io.credence.jobs.replay;

import io.credence.kafka.ReadRange;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;

/** Finds out which dead letters of a topic a replay reads. */
final class DeadLetterRange {

  private final Consumer<byte[], byte[]> consumer;
  private final String topic;
  private final Notes notes;

  /**
   * Asks by way of a consumer.
   *
   * @param notes receives a line for each partition that has lost messages to its retention
   */
  DeadLetterRange(Consumer<byte[], byte[]> consumer, String topic, Notes notes) {
    this.consumer = consumer;
    this.topic = topic;
    this.notes = notes;
  }

  /**
   * From where the group of the consumer stands, to the end as of now.
   *
   * @param fromEarliest from the first message there is instead
   * @throws IOException when the group stands behind the end
   */
  ReadRange find(boolean fromEarliest) throws IOException {
    List<TopicPartition> partitions =
        consumer.partitionsFor(topic).stream()
            .map(found -> new TopicPartition(topic, found.partition()))
            .toList();
    SortedMap<Integer, Long> ends = byNumber(consumer.endOffsets(partitions));
    SortedMap<Integer, Long> starts = byNumber(consumer.beginningOffsets(partitions));
    if (!fromEarliest) {
      Map<TopicPartition, OffsetAndMetadata> committed = consumer.committed(Set.copyOf(partitions));
      for (TopicPartition partition : partitions) {
        OffsetAndMetadata stands = committed.get(partition);
        if (stands != null) {
          int number = partition.partition();
          requireWithin(number, stands.offset(), ends.getOrDefault(number, 0L));
          starts.put(number, start(number, stands.offset(), starts.getOrDefault(number, 0L)));
        }
      }
    }
    return new ReadRange(starts, ends);
  }

  private static SortedMap<Integer, Long> byNumber(Map<TopicPartition, Long> offsets) {
    TreeMap<Integer, Long> byNumber = new TreeMap<>();
    offsets.forEach((partition, offset) -> byNumber.put(partition.partition(), offset));
    return byNumber;
  }

  private void requireWithin(int partition, long stands, long end) throws IOException {
    if (stands > end) {
      throw new IOException(
          String.format(
              Locale.ROOT,
              "partition %d of %s ends at offset %d, but the last replay came to %d, so that was another topic of this name; --startAt=earliest replays all of this one",
              partition,
              topic,
              end,
              stands));
    }
  }

  private long start(int partition, long stands, long first) {
    if (stands < first) {
      notes.add(
          String.format(
              Locale.ROOT,
              "%s, partition %d: offsets %d to %d are gone, which were never replayed",
              topic,
              partition,
              stands,
              first - 1));
    }
    return Math.max(stands, first);
  }
}
