package io.credence.expression;

import io.credence.deadletter.UnscorableException;
import io.credence.draws.DrawColumn;
import io.credence.model.Inputs;
import java.util.ArrayList;
import java.util.List;

/** The elements of an array as numbers of their own, which are evaluated in their order. */
final class Elements {

  private Elements() {}

  static List<Operand> of(Array array, int draws) {
    Array stored = StoredArray.of(array, draws);
    List<Operand> elements = new ArrayList<>();
    for (int element = 0; element < stored.size(); element++) {
      elements.add(element(stored, element, draws));
    }
    return elements;
  }

  private static Operand element(Array array, int element, int draws) {
    if (array.varies(element)) {
      return new ColumnOperand(array.fixed()) {
        @Override
        public void column(Inputs inputs, DrawColumn out) throws UnscorableException {
          beginWithFirst(array, element, inputs);
          array.column(element, out);
        }
      };
    }
    return new ScalarOperand(array.fixed(), draws) {
      @Override
      double value(Inputs inputs) throws UnscorableException {
        beginWithFirst(array, element, inputs);
        return array.number(element);
      }
    };
  }

  private static void beginWithFirst(Array array, int element, Inputs inputs)
      throws UnscorableException {
    if (element == 0) {
      array.begin(inputs);
    }
  }
}
