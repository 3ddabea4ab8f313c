package io.credence.expression;

import io.credence.deadletter.UnscorableException;
import io.credence.draws.DrawColumn;
import io.credence.model.Inputs;

/** A let step that is evaluated once per record, however often expressions use it. */
public abstract class LetStep {

  private final String name;

  private LetStep(String name) {
    this.name = name;
  }

  static LetStep of(String name, Value value, int draws) {
    if (value instanceof Array array) {
      return new OfArray(name, StoredArray.evaluated(array, draws));
    }
    return value instanceof ScalarOperand scalar
        ? new OfScalar(name, scalar, draws)
        : new OfColumn(name, (ColumnOperand) value);
  }

  /** Evaluates the step for a record; the steps before it must have been evaluated. */
  public abstract void evaluate(Inputs inputs) throws UnscorableException;

  /** The name that the model gives it. */
  public final String name() {
    return name;
  }

  /**
   * Its value at a draw, for the record that it was evaluated for last; of an array the first one
   * that is not finite, else the last one.
   */
  public abstract double value(int draw);

  /** What stands in for the step where it is used. */
  abstract Value result();

  private static final class OfScalar extends LetStep {

    private final ScalarOperand operand;
    private final int draws;
    private double scalar;

    OfScalar(String name, ScalarOperand operand, int draws) {
      super(name);
      this.operand = operand;
      this.draws = draws;
    }

    @Override
    public void evaluate(Inputs inputs) throws UnscorableException {
      scalar = operand.value(inputs);
    }

    @Override
    public double value(int draw) {
      return scalar;
    }

    @Override
    Operand result() {
      return new ScalarOperand(false, draws) {
        @Override
        double value(Inputs inputs) {
          return scalar;
        }
      };
    }
  }

  private static final class OfColumn extends LetStep {

    private final ColumnOperand operand;
    private final DrawColumn column = new DrawColumn();

    OfColumn(String name, ColumnOperand operand) {
      super(name);
      this.operand = operand;
    }

    @Override
    public void evaluate(Inputs inputs) throws UnscorableException {
      operand.column(inputs, column);
    }

    @Override
    public double value(int draw) {
      return column.get(draw);
    }

    @Override
    Operand result() {
      return new ColumnOperand(false) {
        @Override
        public void column(Inputs inputs, DrawColumn out) {
          out.set(column.values(), column.offset());
        }
      };
    }
  }

  private static final class OfArray extends LetStep {

    private final StoredArray array;

    OfArray(String name, StoredArray array) {
      super(name);
      this.array = array;
    }

    @Override
    public void evaluate(Inputs inputs) throws UnscorableException {
      array.evaluate(inputs);
    }

    @Override
    public double value(int draw) {
      double value = 0;
      for (int element = 0; element < array.size() && Double.isFinite(value); element++) {
        value = array.value(element, draw);
      }
      return value;
    }

    @Override
    Array result() {
      return array;
    }
  }
}
