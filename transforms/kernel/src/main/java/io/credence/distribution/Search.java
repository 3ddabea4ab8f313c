package io.credence.distribution;

import java.util.function.DoubleUnaryOperator;

/** Quantiles by search, where no formula has them. */
final class Search {

  private static final int NEWTON_ONLY = 8;
  private static final double LAST_STEP = 0x1p-51;

  private Search() {}

  /**
   * Where a continuous cdf has a probability, by Newton's method on the logarithm of the smaller
   * tail; by bisection, when a step leaves the bracket.
   *
   * @param tail the probability of at most x; or of more than x, where it falls
   * @param rising whether the tail rises with x
   * @param density the density
   * @param p the tail's probability, from 0 to 1/2
   * @param start where to start
   */
  static double continuous(
      DoubleUnaryOperator tail,
      boolean rising,
      DoubleUnaryOperator density,
      double p,
      double least,
      double greatest,
      double start) {
    if (p == 0) {
      return rising ? least : greatest;
    }
    double low = least;
    double high = greatest;
    double x = start > low && start < high ? start : middle(low, high);
    for (int i = 0; x > low && x < high; i++) {
      double found = tail.applyAsDouble(x);
      if (found == p) {
        return x;
      }
      if (found < p == rising) {
        low = x;
      } else {
        high = x;
      }
      double step =
          (rising ? -1 : 1) * found * StrictMath.log(found / p) / density.applyAsDouble(x);
      double next = x + step;
      if (Math.abs(step) <= LAST_STEP * Math.abs(x)) {
        return next;
      }
      boolean newton = next > low && next < high && (i < NEWTON_ONLY || i % 2 == 0);
      x = newton ? next : middle(low, high);
    }
    return high;
  }

  /**
   * The smallest whole number from 0 with a cdf of at least p; NaN when p is no probability.
   *
   * @param greatest the largest value; may be infinite
   * @param start near where it is thought to be
   */
  static double count(
      DoubleUnaryOperator cdf,
      DoubleUnaryOperator survival,
      double p,
      double greatest,
      double start) {
    if (!(p >= 0 && p <= 1)) {
      return Double.NaN;
    }
    if (p == 1) {
      return greatest;
    }
    double q = 1 - p;
    return p <= 0.5
        ? whole(k -> cdf.applyAsDouble(k) - p, 0, greatest, start)
        : whole(k -> q - survival.applyAsDouble(k), 0, greatest, start);
  }

  /**
   * The first whole number, from a least one, from which on a monotone condition holds.
   *
   * @param excess at least 0 where it holds
   * @param start near where it is thought to be
   * @param greatest where it holds for sure; may be infinite
   */
  static double whole(DoubleUnaryOperator excess, double least, double greatest, double start) {
    double guess = Math.rint(Math.min(Math.max(start, least), Math.min(greatest, 0x1p53)));
    boolean holds = excess.applyAsDouble(guess) >= 0;
    double low = holds ? least - 1 : guess;
    double high = holds ? guess : greatest;
    for (double width = 1; holds ? guess - width > low : guess + width < high; width *= 2) {
      double x = holds ? guess - width : guess + width;
      if (excess.applyAsDouble(x) >= 0) {
        high = x;
        if (!holds) {
          break;
        }
      } else {
        low = x;
        if (holds) {
          break;
        }
      }
    }
    while (high - low > 1) {
      double x = Math.floor(low + 0.5 * (high - low));
      if (x == low || x == high) {
        break; // Beyond 2^53, where not all whole numbers are doubles.
      }
      if (excess.applyAsDouble(x) >= 0) {
        high = x;
      } else {
        low = x;
      }
    }
    return high;
  }

  /** Half way in the order of all doubles, so that 64 steps reach any of them. */
  private static double middle(double low, double high) {
    long a = order(low);
    long b = order(high);
    return Double.longBitsToDouble(order((a >> 1) + (b >> 1) + (a & b & 1)));
  }

  /** Between the bits of a double and its place in the order; its own inverse. */
  private static long order(double x) {
    return order(Double.doubleToLongBits(x));
  }

  private static long order(long bits) {
    return bits ^ ((bits >> 63) & Long.MAX_VALUE);
  }
}
