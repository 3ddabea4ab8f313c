package io.credence.expression;

import io.credence.deadletter.UnscorableException;
import io.credence.model.Inputs;

/** Numbers that must be known when a model is loaded. */
final class FixedNumbers {

  private static final Inputs NONE = new Inputs(0);

  private FixedNumbers() {}

  static double number(Operand operand, String what, int offset) throws ExpressionException {
    if (operand instanceof ScalarOperand scalar && scalar.fixed()) {
      try {
        return scalar.value(NONE);
      } catch (UnscorableException e) {
        throw new IllegalStateException("What is fixed looks at no record", e);
      }
    }
    throw unknown(what, offset);
  }

  static double[] vector(Array array, String what, int offset) throws ExpressionException {
    if (!array.fixed() || array.anyVaries()) {
      throw unknown(what, offset);
    }
    double[] numbers = new double[array.size()];
    try {
      array.begin(NONE);
      for (int i = 0; i < numbers.length; i++) {
        numbers[i] = array.number(i);
      }
    } catch (UnscorableException e) {
      throw new IllegalStateException("What is fixed looks at no record", e);
    }
    return numbers;
  }

  private static TypeFault unknown(String what, int offset) {
    return new TypeFault(
        what + " must be numbers of the model itself: literals, or constants of constant_data",
        offset);
  }
}
