package io.credence.aggregate;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * The groups of some records. A grouping whose columns are all in another one is not added to by
 * records: its groups are the sums of that one's, which sums without rounding allow.
 *
 * <p>Mutable; not thread-safe.
 */
public final class Groups {

  /** Several threads hold as much, in a heap of 1 GB. */
  private static final long MOST_BYTES = 64L << 20;

  /** Each record may add to all of so few, of however many samples: to take them helps nothing. */
  private static final int FEW_GROUPS = 16;

  /** Of new groups, so that memory does not grow by much more meanwhile. */
  private static final int SAMPLES_PER_LOOK = 1 << 18;

  private final List<Summed> byRecord = new ArrayList<>();
  private final List<Derived> byGroup = new ArrayList<>();
  private final Map<GroupKey, GroupSums> groups = new HashMap<>();
  private final int outputs;
  private final int numSamples;
  private final int looksEvery;
  private int untilNextLook;

  /** A grouping that records are added to, by the positions of its columns. */
  private record Summed(int grouping, List<Integer> columns) {}

  /** A grouping that groups of another are added to, by the positions of its columns in theirs. */
  private record Derived(int grouping, int from, List<Integer> columns) {}

  /**
   * No groups yet.
   *
   * @param outputs how many outputs are summed
   */
  Groups(AggregateSpec spec, int outputs) {
    this.outputs = outputs;
    this.numSamples = spec.score().predict().numSamples();
    this.looksEvery = Math.max(1, SAMPLES_PER_LOOK / numSamples);
    this.untilNextLook = looksEvery;
    List<List<String>> all = spec.groupings();
    for (int i = 0; i < all.size(); i++) {
      int from = finer(i, all);
      if (from < 0) {
        byRecord.add(new Summed(i, positions(all.get(i), spec.columns())));
      } else {
        byGroup.add(new Derived(i, from, positions(all.get(i), all.get(from))));
      }
    }
  }

  /** The one with the most columns of those that have all of a grouping's; -1 when none has. */
  private static int finer(int grouping, List<List<String>> all) {
    int finest = -1;
    for (int i = 0; i < all.size(); i++) {
      if (i != grouping
          && new HashSet<>(all.get(i)).containsAll(all.get(grouping))
          && (finest < 0 || all.get(i).size() > all.get(finest).size())) {
        finest = i;
      }
    }
    return finest;
  }

  private static List<Integer> positions(List<String> some, List<String> all) {
    return some.stream().map(all::indexOf).toList();
  }

  /** The group of all records, which is there even where there are none. */
  public void addTotals() {
    for (Summed each : byRecord) {
      if (each.columns.isEmpty()) {
        group(new GroupKey(each.grouping, List.of()));
      }
    }
    for (Derived each : byGroup) {
      if (each.columns.isEmpty()) {
        group(new GroupKey(each.grouping, List.of()));
      }
    }
  }

  /**
   * Adds a record to its groups.
   *
   * @param values those of all columns that records are grouped by, as keys have them
   */
  void add(List<@Nullable Object> values, double[][] drawn, double weight) {
    for (Summed each : byRecord) {
      group(key(each.grouping, each.columns, values)).add(drawn, weight);
    }
  }

  /** Counts a record that could not be scored. */
  void addDeadLetter(List<@Nullable Object> values) {
    for (Summed each : byRecord) {
      group(key(each.grouping, each.columns, values)).addDeadLetter();
    }
  }

  private static GroupKey key(int grouping, List<Integer> columns, List<@Nullable Object> values) {
    List<@Nullable Object> of = new ArrayList<>(columns.size());
    for (int column : columns) {
      of.add(values.get(column));
    }
    return new GroupKey(grouping, of);
  }

  private GroupSums group(GroupKey key) {
    return groups.computeIfAbsent(key, each -> GroupSums.of(outputs, numSamples));
  }

  /** Whether they take so much memory that they should be {@linkplain #take taken}. */
  public boolean isFull() {
    if (--untilNextLook > 0) {
      return false;
    }
    untilNextLook = looksEvery;
    return groups.size() > FEW_GROUPS * byRecord.size()
        && groups.values().stream().mapToLong(GroupSums::bytes).sum() > MOST_BYTES;
  }

  /** Hands all groups over, in their order, and begins anew. */
  public SortedMap<GroupKey, GroupSums> take() {
    for (Derived each : byGroup) {
      List.copyOf(groups.keySet()).stream()
          .filter(key -> key.grouping() == each.from)
          .forEach(key -> derive(each, key));
    }
    SortedMap<GroupKey, GroupSums> all = new TreeMap<>(groups);
    groups.clear();
    return all;
  }

  private void derive(Derived derived, GroupKey key) {
    GroupSums sums = groups.get(key);
    if (sums != null) {
      group(key(derived.grouping, derived.columns, key.values())).add(sums);
    }
  }
}
