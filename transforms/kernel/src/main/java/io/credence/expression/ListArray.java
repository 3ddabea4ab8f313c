package io.credence.expression;

import io.credence.deadletter.UnscorableException;
import io.credence.draws.DrawColumn;
import io.credence.model.Inputs;
import java.util.List;

/** A list of numbers, such as {@code [1, x, alpha]}. */
final class ListArray extends Array {

  private final Operand[] operands;
  private final double[] numbers;
  private final boolean stored;
  private Inputs inputs = new Inputs(0);

  private ListArray(Shape shape, Operand[] operands, boolean fixed) {
    super(shape, fixed);
    this.operands = operands;
    this.numbers = new double[operands.length];
    boolean views = true;
    for (Operand operand : operands) {
      views &= operand instanceof ScalarOperand || operand.fixed();
    }
    this.stored = views;
  }

  static ListArray of(Shape shape, List<Operand> operands) {
    return new ListArray(
        shape, operands.toArray(Operand[]::new), operands.stream().allMatch(Operand::fixed));
  }

  @Override
  public void begin(Inputs record) throws UnscorableException {
    inputs = record;
    for (int i = 0; i < operands.length; i++) {
      if (operands[i] instanceof ScalarOperand scalar) {
        numbers[i] = scalar.value(record);
      }
    }
  }

  @Override
  public boolean varies(int element) {
    return operands[element] instanceof ColumnOperand;
  }

  @Override
  public double number(int element) {
    return numbers[element];
  }

  @Override
  public void column(int element, DrawColumn out) throws UnscorableException {
    operands[element].column(inputs, out);
  }

  @Override
  boolean stored() {
    return stored;
  }
}
