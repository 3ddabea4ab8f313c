package io.credence.expression;

import io.credence.deadletter.UnscorableException;
import io.credence.draws.DrawColumn;
import java.util.Arrays;

/**
 * One element of a tensor, found anew for each record. Choosing it moves a view; nothing is copied.
 *
 * @param axes finds the position on each axis
 * @param strides by how many elements a step on each axis moves
 * @param substitution which substitute column stands in for an unseen level; -1 when none can be
 * @param values as in {@link Symbol.Tensor}
 * @param draws the length of a column
 */
@SuppressWarnings("ArrayRecordComponent") // Shared storage that is never compared.
record Element(Axis[] axes, int[] strides, int substitution, double[] values, int draws) {

  private static final int SUBSTITUTED = -1;

  ColumnOperand column() {
    return new ColumnOperand(fixed()) {
      @Override
      public void column(Inputs inputs, DrawColumn out) throws UnscorableException {
        int element = position(inputs);
        if (element == SUBSTITUTED) {
          out.set(inputs.substitute(substitution), 0);
        } else {
          out.set(values, element * draws);
        }
      }
    };
  }

  /** An element of a constant that has no substitute, which would differ by draw. */
  ScalarOperand scalar() {
    return new ScalarOperand(fixed(), draws) {
      @Override
      double value(Inputs inputs) throws UnscorableException {
        return values[position(inputs)];
      }
    };
  }

  private boolean fixed() {
    return Arrays.stream(axes).allMatch(Axis::fixed);
  }

  private int position(Inputs inputs) throws UnscorableException {
    int element = 0;
    for (int i = 0; i < axes.length; i++) {
      int position = axes[i].position(inputs);
      if (position == Inputs.UNSEEN) {
        return SUBSTITUTED;
      }
      element += position * strides[i];
    }
    return element;
  }
}
