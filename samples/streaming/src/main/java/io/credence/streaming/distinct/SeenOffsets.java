package io.credence.streaming.distinct;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.StringJoiner;
import java.util.TreeMap;

/**
 * How far one partition has got with the partitions that its messages came from: of each, the
 * highest offset seen.
 *
 * <p>As text it is {@code distinct/1 flights/flights:1289,,1302}: by model and topic the offsets of
 * partitions 0, 1 and 2, of which partition 1 has none. Several topics are separated by semicolons.
 */
final class SeenOffsets {

  private static final String FORMAT = "distinct/1 ";

  private static final long NONE = -1;

  /** In the order of partitions. */
  private final Map<Origin, List<Long>> highest = new HashMap<>();

  /** Whether this is the first time that it is seen. */
  boolean add(RecordId id) {
    List<Long> offsets = highest.computeIfAbsent(id.origin(), origin -> new ArrayList<>());
    while (offsets.size() <= id.partition()) {
      offsets.add(NONE);
    }
    if (id.offset() <= offsets.get(id.partition())) {
      return false;
    }
    offsets.set(id.partition(), id.offset());
    return true;
  }

  static SeenOffsets parse(String text) {
    SeenOffsets seen = new SeenOffsets();
    if (text.isEmpty()) {
      return seen;
    }
    if (!text.startsWith(FORMAT)) {
      throw new IllegalArgumentException("'" + text + "' must begin with '" + FORMAT + "'");
    }
    for (String entry : text.substring(FORMAT.length()).split(";", -1)) {
      int colon = entry.indexOf(':');
      Origin origin = Origin.parse(entry.substring(0, Math.max(0, colon)));
      seen.highest.put(origin, offsets(entry.substring(colon + 1)));
    }
    return seen;
  }

  private static List<Long> offsets(String text) {
    List<Long> offsets = new ArrayList<>();
    for (String offset : text.split(",", -1)) {
      offsets.add(offset.isEmpty() ? NONE : Long.parseLong(offset));
    }
    return offsets;
  }

  @Override
  public String toString() {
    StringJoiner entries = new StringJoiner(";", FORMAT, "");
    // Sorted, so that equal states are equal texts.
    Map<String, List<Long>> sorted = new TreeMap<>();
    highest.forEach((origin, offsets) -> sorted.put(origin.toString(), offsets));
    sorted.forEach((origin, offsets) -> entries.add(origin + ":" + text(offsets)));
    return highest.isEmpty() ? "" : entries.toString();
  }

  private static String text(List<Long> offsets) {
    StringJoiner text = new StringJoiner(",");
    offsets.forEach(offset -> text.add(offset == NONE ? "" : offset.toString()));
    return text.toString();
  }
}
