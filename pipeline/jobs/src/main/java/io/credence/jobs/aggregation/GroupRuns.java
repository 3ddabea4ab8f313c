package io.credence.jobs.aggregation;

import io.credence.aggregate.GroupKey;
import io.credence.aggregate.GroupSums;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SortedMap;

/** Groups with their sums, as entries of runs. */
final class GroupRuns {

  private GroupRuns() {}

  /** Takes a group, with the sums of all its records. */
  @FunctionalInterface
  interface Taker {
    void take(GroupKey key, GroupSums sums) throws IOException;
  }

  /** Writes a run. */
  static void write(SortedMap<GroupKey, GroupSums> groups, RunsWriter to) throws IOException {
    for (Map.Entry<GroupKey, GroupSums> each : groups.entrySet()) {
      write(each.getKey(), each.getValue(), to);
    }
    to.end(Run.Kind.GROUPS);
  }

  static void write(GroupKey key, GroupSums sums, RunsWriter to) throws IOException {
    key.writeTo(to.out());
    sums.writeTo(to.out());
  }

  /** Merges runs, and hands over one group after another. Two groups are in memory at once. */
  static void merge(List<Run> runs, Taker taker) throws IOException {
    try (MergedRuns<GroupKey> merged = MergedRuns.open(runs, GroupKey::readFrom)) {
      GroupKey last = null;
      GroupSums sums = null;
      for (GroupKey key = merged.next(); key != null; key = merged.next()) {
        GroupSums more = GroupSums.readFrom(merged.rest());
        if (sums != null && key.equals(last)) {
          sums.add(more);
          continue;
        }
        if (sums != null) {
          taker.take(Objects.requireNonNull(last), sums);
        }
        last = key;
        sums = more;
      }
      if (sums != null) {
        taker.take(Objects.requireNonNull(last), sums);
      }
    }
  }
}
