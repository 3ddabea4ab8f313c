package io.credence.distribution;

import io.credence.draws.DrawColumn;

/** A function of a value, or of a probability, under the parameters of one posterior draw. */
@FunctionalInterface
public interface DrawFunction {

  /**
   * The function's value.
   *
   * @param parameters a column for each parameter of the distribution's first parametrisation, each
   *     value within its domain
   * @param draw which value of the columns
   * @param x the value or probability; NaN yields NaN
   */
  double at(DrawColumn[] parameters, int draw, double x);
}
