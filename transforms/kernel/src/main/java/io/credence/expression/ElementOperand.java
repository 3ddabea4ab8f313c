package io.credence.expression;

import io.credence.deadletter.UnscorableException;
import io.credence.draws.DrawColumn;
import io.credence.model.Inputs;

/** The only element of an array, as a number. */
final class ElementOperand {

  private ElementOperand() {}

  static Operand of(Array array, int draws) {
    if (array.varies(0)) {
      return new ColumnOperand(array.fixed()) {
        @Override
        public void column(Inputs inputs, DrawColumn out) throws UnscorableException {
          array.begin(inputs);
          array.column(0, out);
        }
      };
    }
    return new ScalarOperand(array.fixed(), draws) {
      @Override
      double value(Inputs inputs) throws UnscorableException {
        array.begin(inputs);
        return array.number(0);
      }
    };
  }
}
