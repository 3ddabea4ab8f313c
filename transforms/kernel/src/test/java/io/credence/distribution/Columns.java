package io.credence.distribution;

import io.credence.draws.DrawColumn;
import java.util.Arrays;
import java.util.stream.DoubleStream;
import java.util.stream.Stream;

/** Columns for tests. */
final class Columns {

  private Columns() {}

  /** A column of one draw. */
  static DrawColumn of(String value) {
    return constant(Double.parseDouble(value), 1);
  }

  /** A column of these values. */
  static DrawColumn of(double[] values) {
    DrawColumn column = new DrawColumn();
    column.set(values, 0);
    return column;
  }

  /** A column for each of some numbers, separated by spaces, of n equal draws. */
  static DrawColumn[] all(String values, int n) {
    return Stream.of(values.split(" ", -1))
        .map(value -> constant(Double.parseDouble(value), n))
        .toArray(DrawColumn[]::new);
  }

  /** A column for each of some numbers, of one draw. */
  static DrawColumn[] all(double... values) {
    return DoubleStream.of(values).mapToObj(value -> constant(value, 1)).toArray(DrawColumn[]::new);
  }

  private static DrawColumn constant(double value, int n) {
    double[] values = new double[n];
    Arrays.fill(values, value);
    return of(values);
  }
}
