package io.credence.expression;

import io.credence.deadletter.UnscorableException;
import io.credence.draws.DrawColumn;
import io.credence.model.Inputs;
import java.util.Arrays;

/** An operand with one value for all draws. */
abstract non-sealed class ScalarOperand extends Operand {

  private final boolean fixed;
  private final int draws;
  private double[] broadcast = {};

  ScalarOperand(boolean fixed, int draws) {
    this.fixed = fixed;
    this.draws = draws;
  }

  abstract double value(Inputs inputs) throws UnscorableException;

  @Override
  public final boolean fixed() {
    return fixed;
  }

  /** Filling a column is cheaper than a second form of every loop that would take a scalar. */
  @Override
  public final void column(Inputs inputs, DrawColumn out) throws UnscorableException {
    double value = value(inputs);
    if (broadcast.length == 0) {
      broadcast = new double[draws];
    }
    Arrays.fill(broadcast, value);
    out.set(broadcast, 0);
  }
}
