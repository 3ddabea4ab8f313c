package io.credence.jobs.scoring;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;
import java.util.function.ToLongFunction;
import org.apache.beam.sdk.coders.Coder;
import org.apache.beam.sdk.coders.SerializableCoder;
import org.apache.beam.sdk.values.TypeDescriptor;

/**
 * Splits that one step scores, one after the other. A group is an element of the pipeline, and
 * runners keep books on elements: what the DirectRunner does besides grows with the square of their
 * number.
 *
 * @param splits at least one, neighbours in their order
 */
public record SplitGroup<T extends Serializable>(ArrayList<T> splits) implements Serializable {

  static final int MOST = 1 << 9;

  /** To open, write and publish a file takes about as long as to score so many rows. */
  private static final long ROWS_PER_FILE = 1_000;

  /**
   * All splits, in groups of about equal work when there are very many, and else each in one of its
   * own.
   *
   * @param rows how many a split has
   */
  public static <T extends Serializable> List<SplitGroup<T>> gather(
      List<T> splits, ToLongFunction<T> rows) {
    if (splits.size() <= MOST) {
      return splits.stream()
          .map(split -> new SplitGroup<>(new ArrayList<>(List.of(split))))
          .toList();
    }
    List<SplitGroup<T>> groups = new ArrayList<>();
    long total = splits.stream().mapToLong(split -> work(split, rows)).sum();
    long before = 0;
    long last = -1;
    for (T split : splits) {
      long group = (long) ((double) before / total * MOST);
      if (group != last) {
        groups.add(new SplitGroup<>(new ArrayList<>()));
        last = group;
      }
      groups.get(groups.size() - 1).splits().add(split);
      before += work(split, rows);
    }
    return groups;
  }

  private static <T extends Serializable> long work(T split, ToLongFunction<T> rows) {
    return rows.applyAsLong(split) + ROWS_PER_FILE;
  }

  /** How groups travel. */
  public static <T extends Serializable> Coder<SplitGroup<T>> coder() {
    return SerializableCoder.of(new TypeDescriptor<SplitGroup<T>>() {});
  }
}
