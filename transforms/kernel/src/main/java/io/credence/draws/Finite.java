package io.credence.draws;

/** Looks for numbers that are NaN or infinite; fast, as nearly always all of them are finite. */
public final class Finite {

  private Finite() {}

  /**
   * The position of the first of n values that is NaN or infinite; negative where all are finite.
   */
  public static int firstNot(double[] values, int n) {
    if (all(values, 0, n)) {
      return -1;
    }
    int i = 0;
    while (Double.isFinite(values[i])) {
      i++;
    }
    return i;
  }

  /**
   * Whether all of values[offset] to values[offset + n - 1] are finite.
   *
   * <p>A finite number times 0 is 0, and any other one is NaN, which stays in a sum. So there is
   * one question to ask instead of n. Four sums, which the processor adds side by side, do not wait
   * for each other.
   */
  public static boolean all(double[] values, int offset, int n) {
    double a = 0;
    double b = 0;
    double c = 0;
    double d = 0;
    int i = 0;
    for (; i + 3 < n; i += 4) {
      a += values[offset + i] * 0.0;
      b += values[offset + i + 1] * 0.0;
      c += values[offset + i + 2] * 0.0;
      d += values[offset + i + 3] * 0.0;
    }
    for (; i < n; i++) {
      a += values[offset + i] * 0.0;
    }
    return (a + b) + (c + d) == 0;
  }
}
