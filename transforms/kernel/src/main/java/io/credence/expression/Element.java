package io.credence.expression;

import io.credence.deadletter.UnscorableException;
import io.credence.draws.DrawColumn;
import io.credence.model.Inputs;
import java.util.Arrays;
import java.util.function.IntConsumer;

/**
 * One element of a tensor, found anew for each record. Choosing it moves a view; nothing is copied.
 *
 * @param axes finds the position on each axis
 * @param strides by how many elements a step on each axis moves
 * @param substitutes for each axis, the column that stands in when its level is unseen; empty when
 *     it never is
 * @param values as in {@link Symbol.Tensor}
 * @param draws the length of a column
 */
@SuppressWarnings("ArrayRecordComponent") // Shared storage that is never compared.
record Element(Axis[] axes, int[] strides, double[][] substitutes, double[] values, int draws) {

  /** An element of a parameter that has a draw for each sample. */
  ColumnOperand column() {
    return new ColumnOperand(fixed()) {
      @Override
      public void column(Inputs inputs, DrawColumn out) throws UnscorableException {
        int element = find(inputs);
        if (element < 0) {
          out.set(substitutes[~element], 0);
        } else {
          out.set(values, element * draws);
        }
      }
    };
  }

  /**
   * An element of a parameter that has fewer draws than there are samples.
   *
   * @param elementDraws how many it has
   * @param positions the draw behind each sample
   * @param room receives the column, and is the operand's until it is asked the next time
   */
  ColumnOperand repeated(int elementDraws, int[] positions, double[] room) {
    return filled(
        room,
        element -> {
          int first = element * elementDraws;
          for (int i = 0; i < draws; i++) {
            room[i] = values[first + positions[i]];
          }
        });
  }

  /** An element of a constant that may have a substitute, which differs by draw. */
  ColumnOperand broadcast(double[] room) {
    return filled(room, element -> Arrays.fill(room, values[element]));
  }

  private ColumnOperand filled(double[] room, IntConsumer fill) {
    return new ColumnOperand(fixed()) {
      @Override
      public void column(Inputs inputs, DrawColumn out) throws UnscorableException {
        int element = find(inputs);
        if (element < 0) {
          out.set(substitutes[~element], 0);
        } else {
          fill.accept(element);
          out.set(room, 0);
        }
      }
    };
  }

  /** An element of a constant that has no substitute. */
  ScalarOperand scalar() {
    return new ScalarOperand(fixed(), draws) {
      @Override
      double value(Inputs inputs) throws UnscorableException {
        return values[find(inputs)];
      }
    };
  }

  /** The element's number, or the complement of the first axis whose level is unseen. */
  private int find(Inputs inputs) throws UnscorableException {
    int element = 0;
    for (int i = 0; i < axes.length; i++) {
      int position = axes[i].position(inputs);
      if (position == Inputs.UNSEEN) {
        return ~i;
      }
      element += position * strides[i];
    }
    return element;
  }

  private boolean fixed() {
    return Arrays.stream(axes).allMatch(axis -> axis.fixedPosition() != Axis.VARIES);
  }
}
