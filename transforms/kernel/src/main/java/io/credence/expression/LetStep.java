package io.credence.expression;

import io.credence.deadletter.UnscorableException;
import io.credence.draws.DrawColumn;
import io.credence.model.Inputs;

/** A let step that is evaluated once per record, however often expressions use it. */
public final class LetStep {

  private final String name;
  private final Operand operand;
  private final int draws;
  private final DrawColumn column = new DrawColumn();
  private double scalar;

  LetStep(String name, Operand operand, int draws) {
    this.name = name;
    this.operand = operand;
    this.draws = draws;
  }

  /** Evaluates the step for a record; the steps before it must have been evaluated. */
  public void evaluate(Inputs inputs) throws UnscorableException {
    if (operand instanceof ScalarOperand step) {
      scalar = step.value(inputs);
    } else {
      operand.column(inputs, column);
    }
  }

  /** The name that the model gives it. */
  public String name() {
    return name;
  }

  /** Its value at a draw, for the record that it was evaluated for last. */
  public double value(int draw) {
    return operand instanceof ScalarOperand ? scalar : column.get(draw);
  }

  /** What stands in for the step where it is used. */
  Operand result() {
    if (operand instanceof ScalarOperand) {
      return new ScalarOperand(false, draws) {
        @Override
        double value(Inputs inputs) {
          return scalar;
        }
      };
    }
    return new ColumnOperand(false) {
      @Override
      public void column(Inputs inputs, DrawColumn out) {
        out.set(column.values(), column.offset());
      }
    };
  }
}
