package io.credence.jobs.aggregation;

import java.io.Closeable;
import java.io.DataInput;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.PriorityQueue;
import org.jspecify.annotations.Nullable;

/**
 * The entries of several runs, in the order of all of them. Of each run one key is in memory.
 *
 * @param <K> what entries are ordered by, with which each begins
 */
final class MergedRuns<K extends Comparable<K>> implements Closeable {

  private final KeyReader<K> reader;
  private final List<Entries> opened = new ArrayList<>();
  private final PriorityQueue<Head<K>> heads = new PriorityQueue<>();
  private @Nullable Head<K> current;

  /** Reads what an entry begins with. */
  @FunctionalInterface
  interface KeyReader<K> {
    K read(DataInput in) throws IOException;
  }

  /** The next entry of a run. */
  private record Head<K extends Comparable<K>>(K key, Entries entries)
      implements Comparable<Head<K>> {

    @Override
    public int compareTo(Head<K> other) {
      return key.compareTo(other.key);
    }
  }

  private MergedRuns(KeyReader<K> reader) {
    this.reader = reader;
  }

  /** Opens runs. */
  static <K extends Comparable<K>> MergedRuns<K> open(List<Run> runs, KeyReader<K> reader)
      throws IOException {
    MergedRuns<K> merged = new MergedRuns<>(reader);
    try {
      for (Run run : runs) {
        Entries entries = run.open();
        merged.opened.add(entries);
        merged.queue(entries);
      }
      return merged;
    } catch (IOException | RuntimeException e) {
      merged.close();
      throw e;
    }
  }

  private void queue(Entries entries) throws IOException {
    if (entries.isAtEnd()) {
      entries.close();
    } else {
      heads.add(new Head<>(reader.read(entries.in()), entries));
    }
  }

  /** The key of the next entry, of which all else must have been read; null behind the last one. */
  @Nullable K next() throws IOException {
    if (current != null) {
      queue(current.entries());
    }
    current = heads.poll();
    return current == null ? null : current.key();
  }

  /** What stands behind the key of the entry. */
  DataInput rest() {
    if (current == null) {
      throw new IllegalStateException("There is no entry");
    }
    return current.entries().in();
  }

  @Override
  public void close() throws IOException {
    for (Entries each : opened) {
      each.close();
    }
  }
}
