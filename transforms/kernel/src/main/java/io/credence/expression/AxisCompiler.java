package io.credence.expression;

import io.credence.deadletter.UnscorableException;
import io.credence.expression.Symbol.Dimension;
import io.credence.expression.Symbol.NumberFeature;
import io.credence.model.Inputs;

/** Compiles an index of an array to what finds the position on its axis. */
final class AxisCompiler {

  private final Values values;

  AxisCompiler(Values values) {
    this.values = values;
  }

  /**
   * @param array the array's name
   */
  Axis axis(String array, Dimension dimension, Value index, int offset) throws ExpressionException {
    if (index instanceof Level level) {
      return Axis.byLevel(
          level.feature().slot(), LevelPositions.of(array, dimension, level.feature(), offset));
    }
    if (index instanceof Text label) {
      return Axis.at(LabelPosition.of(array, dimension, label, offset));
    }
    NumberFeature feature = index instanceof FeatureOperand operand ? operand.feature() : null;
    if (feature != null && feature.truth() && !dimension.isCounted()) {
      return TruthPositions.axis(array, dimension, feature, offset);
    }
    if (!(values.number(index, offset) instanceof ScalarOperand number)) {
      throw new ExpressionException("An index must not depend on a parameter of the model", offset);
    }
    if (number.fixed()) {
      PositionIndex.requireFixed(array, dimension, offset);
      return fixedAxis(array, dimension, number, offset);
    }
    PositionIndex.require(array, dimension, feature, offset);
    return Axis.byNumber(number, dimension.size(), array);
  }

  /** A negative one counts from the end, as in Python. */
  private static Axis fixedAxis(String array, Dimension dimension, ScalarOperand index, int offset)
      throws ExpressionException {
    int size = dimension.size();
    double value;
    try {
      value = index.value(new Inputs(0));
    } catch (UnscorableException e) {
      throw new ExpressionException(e.reason(), offset);
    }
    if (value != Math.rint(value) || value < -size || value >= size) {
      throw new ExpressionException(
          "The index of %s must be a whole number from 0 to %s, or from -%s to -1 to count from the end, but is %s"
              .formatted(array, size - 1, size, Label.plain(Double.toString(value))),
          offset);
    }
    return Axis.at((int) (value < 0 ? value + size : value));
  }
}
