package io.credence.expression;

import io.credence.deadletter.UnscorableException;
import io.credence.draws.DrawColumn;
import io.credence.model.Inputs;
import java.util.List;

/** An operation on numbers: a scalar where its arguments are, and a column otherwise. */
final class ElementwiseOperand {

  private ElementwiseOperand() {}

  static Operand of(Elementwise operation, List<Operand> arguments, int draws) {
    boolean fixed = arguments.stream().allMatch(Operand::fixed);
    return arguments.stream().allMatch(ScalarOperand.class::isInstance)
        ? scalar(operation, arguments.toArray(ScalarOperand[]::new), fixed, draws)
        : column(operation, arguments.toArray(Operand[]::new), fixed, draws);
  }

  private static ScalarOperand scalar(
      Elementwise operation, ScalarOperand[] arguments, boolean fixed, int draws) {
    double[] numbers = new double[arguments.length];
    return new ScalarOperand(fixed, draws) {
      @Override
      double value(Inputs inputs) throws UnscorableException {
        for (int i = 0; i < numbers.length; i++) {
          numbers[i] = arguments[i].value(inputs);
        }
        return operation.number(numbers);
      }
    };
  }

  private static ColumnOperand column(
      Elementwise operation, Operand[] arguments, boolean fixed, int draws) {
    DrawColumn[] columns = new DrawColumn[arguments.length];
    for (int i = 0; i < columns.length; i++) {
      columns[i] = new DrawColumn();
    }
    double[] result = new double[draws];
    return new ColumnOperand(fixed) {
      @Override
      public void column(Inputs inputs, DrawColumn out) throws UnscorableException {
        for (int i = 0; i < columns.length; i++) {
          arguments[i].column(inputs, columns[i]);
        }
        operation.columns(columns, result);
        out.set(result, 0);
      }
    };
  }
}
