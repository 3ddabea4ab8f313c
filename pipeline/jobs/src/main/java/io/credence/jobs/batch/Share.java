package io.credence.jobs.batch;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;
import java.util.function.ToLongFunction;
import org.apache.beam.sdk.coders.Coder;
import org.apache.beam.sdk.coders.SerializableCoder;
import org.apache.beam.sdk.values.TypeDescriptor;

/**
 * Splits that one step scores, one after the other. A share is an element of the pipeline, and
 * runners keep books on elements: what the DirectRunner does besides grows with the square of their
 * number.
 *
 * @param splits at least one, neighbours in their order
 */
public record Share<T extends Serializable>(ArrayList<T> splits) implements Serializable {

  static final int MOST = 1 << 9;

  /** To open, write and publish a file takes about as long as to score so many rows. */
  private static final long ROWS_PER_FILE = 1_000;

  /**
   * All splits, in shares of about equal work when there are very many, and else each in one of its
   * own.
   *
   * @param rows how many a split has
   */
  public static <T extends Serializable> List<Share<T>> gather(
      List<T> splits, ToLongFunction<T> rows) {
    if (splits.size() <= MOST) {
      return splits.stream().map(split -> new Share<>(new ArrayList<>(List.of(split)))).toList();
    }
    List<Share<T>> shares = new ArrayList<>();
    long total = splits.stream().mapToLong(split -> work(split, rows)).sum();
    long before = 0;
    long last = -1;
    for (T split : splits) {
      long share = (long) ((double) before / total * MOST);
      if (share != last) {
        shares.add(new Share<>(new ArrayList<>()));
        last = share;
      }
      shares.get(shares.size() - 1).splits().add(split);
      before += work(split, rows);
    }
    return shares;
  }

  private static <T extends Serializable> long work(T split, ToLongFunction<T> rows) {
    return rows.applyAsLong(split) + ROWS_PER_FILE;
  }

  /** How shares travel. */
  public static <T extends Serializable> Coder<Share<T>> coder() {
    return SerializableCoder.of(new TypeDescriptor<Share<T>>() {});
  }
}
