package io.credence.page.drawing;

import java.util.stream.DoubleStream;

/**
 * The numbers that an axis shows. Immutable.
 *
 * @param from less than {@code to}; both are finite
 */
public record Range(double from, double to) {

  public Range {
    if (!(from < to) || Double.isInfinite(from) || Double.isInfinite(to)) {
      throw new IllegalArgumentException("An axis can't go from " + from + " to " + to);
    }
  }

  /** A range that holds all finite values, with a margin; from 0 to 1 where there are none. */
  public static Range around(DoubleStream values) {
    double[] finite = values.filter(Double::isFinite).sorted().toArray();
    if (finite.length == 0) {
      return new Range(0, 1);
    }
    double least = finite[0];
    double most = finite[finite.length - 1];
    double margin = (most / 2 - least / 2) / 10;
    if (!(least - margin < most + margin)) {
      margin = Math.max(Math.abs(least) / 10, Double.MIN_NORMAL);
    }
    if (least == 0 && most == 0) {
      margin = 1;
    }
    return new Range(
        Math.max(-Double.MAX_VALUE, least - margin), Math.min(Double.MAX_VALUE, most + margin));
  }

  /** Where a value lies, from 0 to 1. Halves are subtracted because wholes could overflow. */
  double share(double value) {
    return (value / 2 - from / 2) / (to / 2 - from / 2);
  }
}
