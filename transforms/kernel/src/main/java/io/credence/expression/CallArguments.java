package io.credence.expression;

import java.util.List;

/**
 * The compiled arguments of a call.
 *
 * @param values what makes values of others
 * @param arguments one by one
 * @param offsets where each stands
 * @param function the function's name
 * @param offset where the call stands
 */
record CallArguments(
    Values values, List<Value> arguments, List<Integer> offsets, String function, int offset) {

  int count() {
    return arguments.size();
  }

  Operand number(int i) throws ExpressionException {
    return values.number(arguments.get(i), offsets.get(i));
  }

  /** A number that no draw changes. */
  ScalarOperand scalar(int i, String what) throws ExpressionException {
    if (number(i) instanceof ScalarOperand scalar) {
      return scalar;
    }
    throw new TypeFault(
        "%s of %s must not depend on a parameter".formatted(what, function), offsets.get(i));
  }

  Array array(int i) throws ExpressionException {
    return values.array(arguments.get(i), offsets.get(i));
  }

  Array vector(int i, String what) throws ExpressionException {
    return values.vector(arguments.get(i), what + " of " + function, offsets.get(i));
  }

  Value elementwise(Elementwise operation) throws ExpressionException {
    return values.elementwise(operation, arguments, offsets);
  }

  /** The axis that an argument names or counts, from the end where it is negative. */
  int axis(int i, Shape shape) throws ExpressionException {
    if (arguments.get(i) instanceof Text name) {
      List<String> names = shape.axes().stream().map(Symbol.Dimension::name).toList();
      if (names.indexOf(name.value()) < 0
          || names.indexOf(name.value()) != names.lastIndexOf(name.value())) {
        throw new ExpressionException(
            "%s must name an axis of %s, but is %s"
                .formatted("The axis of " + function, shape.kind(), name.kind()),
            offsets.get(i));
      }
      return names.indexOf(name.value());
    }
    double axis =
        FixedNumbers.number(scalar(i, "The axis"), "The axis of " + function, offsets.get(i));
    int rank = shape.rank();
    if (axis != Math.rint(axis) || axis < -rank || axis >= rank) {
      throw new ExpressionException(
          "The axis of %s must be from 0 to %s, or the name of one in quotes, but is %s"
              .formatted(function, rank - 1, Label.plain(Double.toString(axis))),
          offsets.get(i));
    }
    return (int) (axis < 0 ? axis + rank : axis);
  }
}
