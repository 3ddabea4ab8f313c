package io.credence.summary;

import java.util.Arrays;

/**
 * Puts finite doubles into order as far as that is asked for: the values of some ranks, and counts
 * below some limits. Holds scratch memory, so it is not thread-safe.
 *
 * <h2>Why not Arrays.sort</h2>
 *
 * Median, intervals and histogram are functions of the sorted samples, so ordering them is where
 * the time goes. Comparison sorts pay a mispredicted branch for about every second comparison, and
 * n log n of those. Predictive samples are nearly always one smooth hump, for which a distribution
 * sort needs a few passes over memory that sits in the first-level cache. And a summary asks for
 * few ranks: the two tails between which an HDI moves, and the middle. Everything else may stay as
 * the distribution left it.
 *
 * <h2>How it works</h2>
 *
 * <ol>
 *   <li>Cut the range into buckets of equal width, one or two per value.
 *   <li>Count the values per bucket; the running sum says where each bucket begins.
 *   <li>Scatter the values to their buckets. A bucket now has the ranks of its places.
 *   <li>Sort those buckets whose ranks are asked for.
 *   <li>To count the values below a limit, look into the one bucket that the limit falls into.
 * </ol>
 *
 * <h2>Why it is exact</h2>
 *
 * The bucket of x is {@code (int) ((x - low) * scale)}. Subtraction, multiplication by a positive
 * number and truncation are each monotone, also after rounding: a &lt;= b never gives a bucket of a
 * above that of b. So no value of a later bucket belongs before one of an earlier bucket, whatever
 * the rounding did, and the same holds for a limit. The same expression is evaluated for counting
 * and for scattering; Java gives it the same value twice.
 *
 * <p>The highest bucket is in bounds: {@code (high - low) * ((buckets - 1) / (high - low))} exceeds
 * buckets - 1 by two roundings at most, which truncation removes. That holds as long as the scale
 * and the range are finite, normal numbers. Where they are not (all values equal, a range that
 * overflows, a range of almost subnormal size) there is one bucket, which holds everything.
 *
 * <h2>Why it is never slow</h2>
 *
 * Heavy tails and outliers crowd the other values into few buckets. A bucket of more than {@link
 * #CLUMP} values is sorted by the JDK, or by {@link CrowdSort} where the JDK would take new memory;
 * a smaller one by insertion. So the worst case, such as one value of 1e300 above a cloud of
 * ordinary ones, costs what a comparison sort costs and a part more.
 */
final class BucketOrder {

  /** Up to this many values an insertion sort beats merging. */
  private static final int CLUMP = 32;

  private static final int MIN_BUCKETS = 16;

  /** 4 MB of counters. Beyond that the buckets fill up instead. */
  private static final int MAX_BUCKETS = 1 << 20;

  private final CrowdSort crowd = new CrowdSort();
  private double[] ordered = {};
  private int[] ends = {};
  private int n;
  private double low;
  private double scale;

  /**
   * Takes {@code values[0..n)} in, which are not changed. What {@link #values} held before is lost.
   *
   * @param values finite values
   * @param n how many of them, at least 1
   * @param low the smallest of them
   * @param high the largest of them
   */
  void arrange(double[] values, int n, double low, double high) {
    if (ordered.length < n) {
      ordered = new double[n];
    }
    this.n = n;
    this.low = low;
    int buckets = buckets(n);
    if (ends.length < buckets) {
      ends = new int[buckets];
    }
    scale = (buckets - 1) / (high - low);
    if (scale > 0 && scale <= Double.MAX_VALUE) {
      distribute(values, buckets);
    } else {
      scale = 0;
      ends[0] = n;
      System.arraycopy(values, 0, ordered, 0, n);
    }
  }

  /** A power of two, between n and 2n where the limits allow. */
  private static int buckets(int n) {
    int half = Math.min(Math.max(n, MIN_BUCKETS / 2), MAX_BUCKETS / 2);
    return 2 * Integer.highestOneBit(half);
  }

  private void distribute(double[] values, int buckets) {
    int[] counts = ends;
    double[] out = ordered;
    double from = low;
    double factor = scale;
    Arrays.fill(counts, 0, buckets, 0);
    for (int i = 0; i < n; i++) {
      counts[(int) ((values[i] - from) * factor)]++;
    }
    int start = 0;
    for (int bucket = 0; bucket < buckets; bucket++) {
      int count = counts[bucket];
      counts[bucket] = start;
      start += count;
    }
    for (int i = 0; i < n; i++) {
      double x = values[i];
      out[counts[(int) ((x - from) * factor)]++] = x; // each start moves on to its bucket's end
    }
  }

  /**
   * The values: those of a rank that was {@link #sort sorted} stand at that rank, and the others
   * somewhere within their bucket. The next {@link #arrange} overwrites it; its tail beyond n means
   * nothing.
   */
  double[] values() {
    return ordered;
  }

  /** Puts the values of the ranks from {@code from} to {@code to - 1} into their places. */
  void sort(int from, int to) {
    int start = start(bucket(ordered[from]));
    while (start < to) {
      int end = ends[bucket(ordered[start])];
      sortBucket(start, end);
      start = end;
    }
  }

  /** All values in ascending order, as {@link #values} otherwise. */
  double[] sorted() {
    sort(0, n);
    return ordered;
  }

  private void sortBucket(int from, int to) {
    if (to - from > CLUMP && CrowdSort.beginsInOrder(ordered, from)) {
      crowd.sort(ordered, from, to);
    } else if (to - from > CLUMP) {
      Arrays.sort(ordered, from, to);
    } else if (to - from > 1) {
      CrowdSort.insertionSort(ordered, from, to);
    }
  }

  /**
   * How many values lie strictly below a limit.
   *
   * @param limit between the smallest and the largest value
   */
  int countBelow(double limit) {
    int bucket = bucket(limit);
    int count = start(bucket);
    for (int i = count, end = ends[bucket]; i < end; i++) {
      count += ordered[i] < limit ? 1 : 0;
    }
    return count;
  }

  private int bucket(double x) {
    return (int) ((x - low) * scale);
  }

  private int start(int bucket) {
    return bucket == 0 ? 0 : ends[bucket - 1];
  }
}
