package io.credence.summary;

/**
 * Sorts finite doubles that are crowded, in n log n steps whatever they are, within memory that it
 * keeps; so it is not thread-safe. {@code Arrays.sort} takes new memory where it finds runs, as
 * among the zeros of a hurdle.
 *
 * <p>Runs are sorted by insertion, then merged two by two. The order is that of {@code
 * Arrays.sort}, to the bit: zeros with a minus sign are the first among zeros.
 */
final class CrowdSort {

  private static final int RUN = 16;

  private double[] left = {};

  /**
   * Whether the first values, of more than 16, are a run, so that {@code Arrays.sort} would look
   * for others. It is the faster one for all else.
   */
  static boolean beginsInOrder(double[] a, int from) {
    boolean rises = true;
    boolean falls = true;
    for (int i = from + 1; i < from + RUN; i++) {
      rises &= a[i - 1] <= a[i];
      falls &= a[i - 1] >= a[i];
    }
    return rises || falls;
  }

  /** Puts {@code a[from..to)} into ascending order. */
  void sort(double[] a, int from, int to) {
    if (left.length < a.length) {
      left = new double[a.length];
    }
    for (int start = from; start < to; start += RUN) {
      insertionSort(a, start, Math.min(start + RUN, to));
    }
    for (int width = RUN; width < to - from; width *= 2) {
      for (int start = from; start + width < to; start += 2 * width) {
        merge(a, start, start + width, Math.min(start + 2 * width, to));
      }
    }
    negativeZerosFirst(a, from, to);
  }

  /** Puts a few values into order; zeros of both signs stay as they come. */
  static void insertionSort(double[] a, int from, int to) {
    for (int i = from + 1; i < to; i++) {
      double x = a[i];
      int j = i;
      while (j > from && a[j - 1] > x) {
        a[j] = a[j - 1];
        j--;
      }
      a[j] = x;
    }
  }

  private void merge(double[] a, int from, int middle, int to) {
    if (a[middle - 1] <= a[middle]) {
      return;
    }
    int length = middle - from;
    System.arraycopy(a, from, left, 0, length);
    int next = 0;
    int right = middle;
    int out = from;
    while (next < length && right < to) {
      a[out++] = a[right] < left[next] ? a[right++] : left[next++];
    }
    System.arraycopy(left, next, a, out, length - next);
  }

  private static void negativeZerosFirst(double[] a, int from, int to) {
    int i = from;
    while (i < to && a[i] < 0) {
      i++;
    }
    for (int first = i; i < to && a[i] == 0; i++) {
      if (Double.doubleToRawLongBits(a[i]) != 0) {
        a[i] = 0.0;
        a[first++] = -0.0;
      }
    }
  }
}
