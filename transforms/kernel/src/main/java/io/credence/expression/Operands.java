package io.credence.expression;

import io.credence.deadletter.UnscorableException;
import io.credence.draws.DrawColumn;
import io.credence.model.Inputs;
import java.util.function.DoubleBinaryOperator;
import java.util.function.DoubleUnaryOperator;

/** The elementwise operands. Each is a scalar when its inputs are, and a column otherwise. */
final class Operands {

  private final int draws;

  Operands(int draws) {
    this.draws = draws;
  }

  ScalarOperand literal(double value) {
    return new ScalarOperand(true, draws) {
      @Override
      double value(Inputs inputs) {
        return value;
      }
    };
  }

  ScalarOperand number(int slot) {
    return new ScalarOperand(false, draws) {
      @Override
      double value(Inputs inputs) {
        return inputs.number(slot);
      }
    };
  }

  ColumnOperand view(double[] values, int offset) {
    return new ColumnOperand(true) {
      @Override
      public void column(Inputs inputs, DrawColumn out) {
        out.set(values, offset);
      }
    };
  }

  Operand unary(DoubleUnaryOperator function, Operand operand) {
    if (operand instanceof ScalarOperand scalar) {
      return new ScalarOperand(scalar.fixed(), draws) {
        @Override
        double value(Inputs inputs) throws UnscorableException {
          return function.applyAsDouble(scalar.value(inputs));
        }
      };
    }
    double[] result = new double[draws];
    return new ColumnOperand(operand.fixed()) {
      @Override
      public void column(Inputs inputs, DrawColumn out) throws UnscorableException {
        operand.column(inputs, out);
        for (int i = 0; i < draws; i++) {
          result[i] = function.applyAsDouble(out.get(i));
        }
        out.set(result, 0);
      }
    };
  }

  Operand binary(BinaryKernel kernel, DoubleBinaryOperator function, Operand left, Operand right) {
    boolean fixed = left.fixed() && right.fixed();
    if (left instanceof ScalarOperand a && right instanceof ScalarOperand b) {
      return new ScalarOperand(fixed, draws) {
        @Override
        double value(Inputs inputs) throws UnscorableException {
          return function.applyAsDouble(a.value(inputs), b.value(inputs));
        }
      };
    }
    double[] result = new double[draws];
    DrawColumn other = new DrawColumn();
    return new ColumnOperand(fixed) {
      @Override
      public void column(Inputs inputs, DrawColumn out) throws UnscorableException {
        left.column(inputs, out);
        right.column(inputs, other);
        kernel.apply(out, other, result);
        out.set(result, 0);
      }
    };
  }

  /** Elementwise choice; both branches are evaluated, as in NumPy. */
  Operand where(Operand condition, Operand yes, Operand no) {
    boolean fixed = condition.fixed() && yes.fixed() && no.fixed();
    if (condition instanceof ScalarOperand c
        && yes instanceof ScalarOperand a
        && no instanceof ScalarOperand b) {
      return new ScalarOperand(fixed, draws) {
        @Override
        double value(Inputs inputs) throws UnscorableException {
          return c.value(inputs) != 0 ? a.value(inputs) : b.value(inputs);
        }
      };
    }
    double[] result = new double[draws];
    DrawColumn a = new DrawColumn();
    DrawColumn b = new DrawColumn();
    return new ColumnOperand(fixed) {
      @Override
      public void column(Inputs inputs, DrawColumn out) throws UnscorableException {
        condition.column(inputs, out);
        yes.column(inputs, a);
        no.column(inputs, b);
        for (int i = 0; i < draws; i++) {
          result[i] = out.get(i) != 0 ? a.get(i) : b.get(i);
        }
        out.set(result, 0);
      }
    };
  }

  /** Evaluates what is the same for every record once and for all. */
  Operand settle(Operand operand, Inputs none) {
    if (!operand.fixed()) {
      return operand;
    }
    try {
      if (operand instanceof ScalarOperand scalar) {
        return literal(scalar.value(none));
      }
      DrawColumn column = new DrawColumn();
      operand.column(none, column);
      return view(column.values(), column.offset());
    } catch (UnscorableException e) {
      throw new IllegalStateException("A fixed operand looks at no record", e);
    }
  }
}
