package io.credence.kafka;

import java.io.Serializable;
import java.util.Map;
import java.util.SortedMap;
import org.jspecify.annotations.Nullable;

/**
 * Which messages of a topic are read, found out before a job starts, so that it begins and ends at
 * the same messages however often it is started again.
 *
 * @param starts the first offset of each partition that there is; those added later are read from
 *     their beginning
 * @param ends the offset behind the last one of each partition, others not being read; null for no
 *     end
 */
public record ReadRange(SortedMap<Integer, Long> starts, @Nullable SortedMap<Integer, Long> ends)
    implements Serializable {

  /** Whether there is an end. */
  public boolean isBounded() {
    return ends != null;
  }

  /** Whether messages of a partition are read. */
  boolean has(int partition) {
    return ends == null || ends.containsKey(partition);
  }

  /** Whether a position is behind the last message. */
  public boolean isOver(int partition, long offset) {
    return ends != null && offset >= ends.getOrDefault(partition, 0L);
  }

  /** A position, or the end where that comes first. */
  public long atMostEnd(int partition, long offset) {
    return ends == null ? offset : Math.min(offset, ends.getOrDefault(partition, 0L));
  }

  /** Whether positions are behind the last message of each partition. */
  public boolean isOver(Map<Integer, Long> positions) {
    return ends != null
        && ends.entrySet().stream()
            .allMatch(end -> positions.getOrDefault(end.getKey(), 0L) >= end.getValue());
  }

  /** How many offsets it spans, some of which may be without a message; 0 without an end. */
  public long size() {
    return ends == null
        ? 0
        : ends.entrySet().stream()
            .mapToLong(end -> Math.max(0, end.getValue() - starts.getOrDefault(end.getKey(), 0L)))
            .sum();
  }
}
