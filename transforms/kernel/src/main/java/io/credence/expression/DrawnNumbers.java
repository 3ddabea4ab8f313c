package io.credence.expression;

import io.credence.draws.DrawColumn;
import io.credence.model.Inputs;

/** Numbers that were drawn for the samples of a record. */
final class DrawnNumbers extends ColumnOperand {

  private final Symbol.Drawn drawn;
  private final double[] column;

  DrawnNumbers(Symbol.Drawn drawn) {
    super(false);
    this.drawn = drawn;
    this.column = drawn.column();
  }

  Symbol.Drawn drawn() {
    return drawn;
  }

  @Override
  public void column(Inputs inputs, DrawColumn out) {
    out.set(column, 0);
  }
}
