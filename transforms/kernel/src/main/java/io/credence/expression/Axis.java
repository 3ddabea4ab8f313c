package io.credence.expression;

import io.credence.deadletter.DeadLetterCode;
import io.credence.deadletter.UnscorableException;
import io.credence.model.Inputs;
import java.util.Arrays;

/**
 * Finds a position on one axis of a tensor for a record.
 *
 * <p>There are four kinds: a position that the expression fixes, the level of a feature, a truth
 * value, and a number that the record yields.
 */
abstract class Axis {

  /** In the place of a position that is not the same for every record. */
  static final int VARIES = -1;

  /** In the place of a position that treatment coding leaves out: the element is 0. */
  static final int REFERENCE = -2;

  /**
   * Returns a position, {@link Inputs#UNSEEN} or {@link #REFERENCE}.
   *
   * @throws UnscorableException when the number is no position of the axis
   */
  abstract int position(Inputs inputs) throws UnscorableException;

  /** The position where it is the same for every record, and {@link #VARIES} otherwise. */
  int fixedPosition() {
    return VARIES;
  }

  /** Whether a record may be at the reference. */
  boolean mayBeZero() {
    return false;
  }

  static Axis at(int position) {
    return new Axis() {
      @Override
      int position(Inputs inputs) {
        return position;
      }

      @Override
      int fixedPosition() {
        return position;
      }
    };
  }

  /**
   * @param positions the position on the axis for each level of the feature, or {@link #REFERENCE}
   */
  static Axis byLevel(int slot, int[] positions) {
    boolean mayBeZero = Arrays.stream(positions).anyMatch(position -> position == REFERENCE);
    return new Axis() {
      @Override
      boolean mayBeZero() {
        return mayBeZero;
      }

      @Override
      int position(Inputs inputs) {
        int level = inputs.level(slot);
        return level == Inputs.UNSEEN ? Inputs.UNSEEN : positions[level];
      }
    };
  }

  /**
   * @param whenFalse the position where the truth value in the slot is false
   * @param whenTrue the position where it is true
   */
  static Axis byTruth(int slot, int whenFalse, int whenTrue) {
    return new Axis() {
      @Override
      int position(Inputs inputs) {
        return inputs.number(slot) == 0 ? whenFalse : whenTrue;
      }
    };
  }

  static Axis byNumber(ScalarOperand index, int size, String tensor) {
    return new Axis() {
      @Override
      int position(Inputs inputs) throws UnscorableException {
        double value = index.value(inputs);
        if (value >= 0 && value < size && value == Math.rint(value)) {
          return (int) value;
        }
        throw new UnscorableException(
            DeadLetterCode.OUT_OF_RANGE,
            "The index of %s must be a whole number from 0 to %s, but is %s"
                .formatted(tensor, size - 1, value),
            tensor);
      }
    };
  }
}
