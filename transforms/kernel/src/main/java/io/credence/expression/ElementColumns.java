package io.credence.expression;

import io.credence.deadletter.UnscorableException;
import io.credence.draws.DrawColumn;
import java.util.Arrays;

/** The elements of an array as columns. Those that no draw changes share one, which is filled. */
final class ElementColumns {

  private final Array array;
  private final int draws;
  private final DrawColumn column = new DrawColumn();
  private double[] broadcast = {};

  ElementColumns(Array array, int draws) {
    this.array = array;
    this.draws = draws;
  }

  /** An element's column, until the next one is asked for. */
  DrawColumn column(int element) throws UnscorableException {
    if (array.varies(element)) {
      array.column(element, column);
    } else {
      if (broadcast.length == 0) {
        broadcast = new double[draws];
      }
      Arrays.fill(broadcast, array.number(element));
      column.set(broadcast, 0);
    }
    return column;
  }

  /** An element's value at a draw; the array must be stored. */
  double at(int element, int draw) throws UnscorableException {
    if (!array.varies(element)) {
      return array.number(element);
    }
    array.column(element, column);
    return column.get(draw);
  }
}
