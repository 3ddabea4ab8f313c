package io.credence.expression;

import io.credence.deadletter.UnscorableException;
import io.credence.draws.DrawColumn;
import java.util.Arrays;

/**
 * One element of a tensor, found anew for each record. Choosing it moves a view; nothing is copied.
 *
 * @param axes finds the position on each axis
 * @param strides by how many elements a step on each axis moves
 * @param substitutions for each axis, which substitute column stands in when its level is unseen;
 *     -1 when it never is
 * @param values as in {@link Symbol.Tensor}
 * @param draws the length of a column
 */
@SuppressWarnings("ArrayRecordComponent") // Shared storage that is never compared.
record Element(Axis[] axes, int[] strides, int[] substitutions, double[] values, int draws) {

  ColumnOperand column() {
    return new ColumnOperand(fixed()) {
      @Override
      public void column(Inputs inputs, DrawColumn out) throws UnscorableException {
        int element = 0;
        for (int i = 0; i < axes.length; i++) {
          int position = axes[i].position(inputs);
          if (position == Inputs.UNSEEN) {
            out.set(inputs.substitute(substitutions[i]), 0);
            return;
          }
          element += position * strides[i];
        }
        out.set(values, element * draws);
      }
    };
  }

  /** An element of a constant that has no substitute, which would differ by draw. */
  ScalarOperand scalar() {
    return new ScalarOperand(fixed(), draws) {
      @Override
      double value(Inputs inputs) throws UnscorableException {
        int element = 0;
        for (int i = 0; i < axes.length; i++) {
          element += axes[i].position(inputs) * strides[i];
        }
        return values[element];
      }
    };
  }

  private boolean fixed() {
    return Arrays.stream(axes).allMatch(axis -> axis.fixedPosition() != Axis.VARIES);
  }
}
