package io.credence.page;

import io.credence.evaluation.Figure;

/**
 * A row of a {@link DotPlot}: what a figure is, and what it should be.
 *
 * @param expected NaN where nothing is expected
 */
record DotRow(String name, Figure figure, double expected) {

  /** Whether the interval does not hold what is expected. */
  boolean isOff() {
    return figure.upper() < expected || expected < figure.lower();
  }

  /** An end of the interval; the value itself where there is none. */
  double lower() {
    return Double.isFinite(figure.lower()) ? figure.lower() : figure.value();
  }

  double upper() {
    return Double.isFinite(figure.upper()) ? figure.upper() : figure.value();
  }
}
