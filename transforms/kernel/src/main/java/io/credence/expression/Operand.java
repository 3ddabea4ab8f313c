package io.credence.expression;

import io.credence.deadletter.UnscorableException;
import io.credence.draws.DrawColumn;
import io.credence.model.Inputs;

/**
 * A compiled expression. It owns scratch memory, so an operand belongs to one thread, and what it
 * yields is valid until it is evaluated again.
 */
public abstract sealed class Operand implements Value permits ScalarOperand, ColumnOperand {

  @Override
  public String kind() {
    return "a number";
  }

  @Override
  public abstract boolean fixed();

  /**
   * Points {@code out} at the values for all draws.
   *
   * @throws UnscorableException when the record has no value here, such as an index out of range
   */
  public abstract void column(Inputs inputs, DrawColumn out) throws UnscorableException;
}
