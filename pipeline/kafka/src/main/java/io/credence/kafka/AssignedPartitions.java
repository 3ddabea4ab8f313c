package io.credence.kafka;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.LongSupplier;
import java.util.stream.Stream;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.common.PartitionInfo;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.TimeoutException;
import org.jspecify.annotations.Nullable;

/** Which partitions a reader reads: looks for new ones, and whether the topic is there still. */
final class AssignedPartitions {

  private static final long EVERY_NANOS = Duration.ofSeconds(2).toNanos();

  /** A broker that has just come back may know of no topics for a moment. */
  private static final long GONE_NANOS = Duration.ofSeconds(10).toNanos();

  /** Messages that are waiting are held up by it. */
  private static final Duration PATIENCE = Duration.ofSeconds(1);

  private final TopicSource source;
  private final Consumer<byte[], byte[]> consumer;
  private final Map<Integer, Long> next;
  private final LongSupplier nanoTime;
  private final TreeSet<Integer> assigned = new TreeSet<>();
  private @Nullable Long missingSince;
  private long due;

  /**
   * Assigns partitions to a consumer.
   *
   * @param next the offset of the next message of each partition; gets those of new ones
   * @param nanoTime a clock without steps
   */
  AssignedPartitions(
      TopicSource source,
      Consumer<byte[], byte[]> consumer,
      Map<Integer, Long> next,
      LongSupplier nanoTime) {
    this.source = source;
    this.consumer = consumer;
    this.next = next;
    this.nanoTime = nanoTime;
    this.due = nanoTime.getAsLong();
  }

  boolean isEmpty() {
    return assigned.isEmpty();
  }

  /** Whether nothing is left to be read, nor will be. */
  boolean areOver() {
    return source.range().isBounded()
        && source.range().starts().keySet().stream()
            .filter(source::reads)
            .allMatch(
                partition ->
                    assigned.contains(partition)
                        && source.range().isOver(partition, consumer.position(of(partition))));
  }

  /** Looks for new partitions, if that was long ago. */
  void update() {
    long now = nanoTime.getAsLong();
    if (now - due < 0) {
      return;
    }
    due = now + EVERY_NANOS;
    try {
      List<PartitionInfo> found = consumer.partitionsFor(source.topic().topic(), PATIENCE);
      if (found.isEmpty()) {
        isMissing();
      } else {
        missingSince = null;
        assign(found.stream().map(PartitionInfo::partition));
      }
    } catch (TimeoutException e) {
      missingSince = null; // That no broker answers says nothing about the topic.
    }
  }

  private void isMissing() {
    long now = nanoTime.getAsLong();
    if (missingSince == null) {
      missingSince = now;
    } else if (now - missingSince > GONE_NANOS) {
      throw TopicGoneException.of(source.topic() + ": the topic no longer exists");
    }
  }

  private void assign(Stream<Integer> found) {
    List<Integer> added =
        found.filter(source::reads).filter(partition -> !assigned.contains(partition)).toList();
    if (added.isEmpty()) {
      return;
    }
    TreeMap<Integer, Long> starts = new TreeMap<>();
    for (int partition : added) {
      Long known = next.get(partition);
      starts.put(partition, known == null ? start(partition) : known);
    }
    next.putAll(starts);
    assigned.addAll(added);
    consumer.assign(assigned.stream().map(this::of).toList());
    starts.forEach((partition, offset) -> consumer.seek(of(partition), offset));
  }

  private long start(int partition) {
    Long start = source.range().starts().get(partition);
    TopicPartition of = of(partition);
    return start != null
        ? start
        : consumer.beginningOffsets(List.of(of), PATIENCE).getOrDefault(of, 0L);
  }

  private TopicPartition of(int partition) {
    return new TopicPartition(source.topic().topic(), partition);
  }
}
