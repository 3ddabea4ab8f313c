package io.credence.evaluation;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Records with the same values of some fields, in the order of these; all records where there are
 * no such fields. Immutable.
 *
 * @param values as texts; null where a record has none
 */
public record Segment(List<@Nullable String> values) implements Comparable<Segment> {

  /** All records. */
  public static final Segment ALL = new Segment(List.of());

  private static final Comparator<@Nullable String> TEXTS =
      Comparator.nullsFirst(Comparator.naturalOrder());

  public Segment {
    values = Collections.unmodifiableList(new ArrayList<>(values));
  }

  @Override
  public int compareTo(Segment other) {
    int shared = Math.min(values.size(), other.values.size());
    for (int i = 0; i < shared; i++) {
      int order = TEXTS.compare(values.get(i), other.values.get(i));
      if (order != 0) {
        return order;
      }
    }
    return Integer.compare(values.size(), other.values.size());
  }
}
