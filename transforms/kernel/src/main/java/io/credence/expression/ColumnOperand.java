package io.credence.expression;

/** An operand with a value of its own for each draw. */
abstract non-sealed class ColumnOperand extends Operand {

  private final boolean fixed;

  ColumnOperand(boolean fixed) {
    this.fixed = fixed;
  }

  @Override
  public final boolean fixed() {
    return fixed;
  }
}
