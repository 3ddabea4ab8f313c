package io.credence.expression;

import io.credence.deadletter.UnscorableException;
import io.credence.draws.DrawColumn;
import io.credence.model.Inputs;
import java.util.ArrayList;
import java.util.List;

/** Makes numbers and arrays of others, and checks that their types fit. */
final class Values {

  /** Of an array that is computed; each takes a number per draw in every thread. */
  private static final int MAX_SIZE = 100_000;

  private final int draws;
  private final Inputs none = new Inputs(0);
  private final Effort effort = new Effort();

  Values(int draws) {
    this.draws = draws;
  }

  /** The length of a column. */
  int draws() {
    return draws;
  }

  /** What all that was compiled costs. */
  Effort effort() {
    return effort;
  }

  ScalarOperand literal(double value) {
    return new ScalarOperand(true, draws) {
      @Override
      double value(Inputs inputs) {
        return value;
      }
    };
  }

  /** An array without axes is a number. */
  Value simplified(Array array) {
    return array.shape().rank() == 0 ? ElementOperand.of(array, draws) : array;
  }

  /**
   * A value as a number: an array must have one element, and a level must have a number as its
   * label.
   */
  Operand number(Value value, int offset) throws ExpressionException {
    if (value instanceof Operand operand) {
      return operand;
    }
    if (value instanceof Array array && array.size() == 1) {
      return ElementOperand.of(array, draws);
    }
    if (value instanceof Level level && level.feature().numeric()) {
      return levelNumber(level);
    }
    throw new TypeFault(
        "A number belongs here, but this is " + value.kind() + remedy(value), offset);
  }

  private Operand levelNumber(Level level) {
    int slot = level.feature().slot();
    return new ScalarOperand(false, draws) {
      @Override
      double value(Inputs inputs) {
        return inputs.number(slot);
      }
    };
  }

  private static String remedy(Value value) {
    if (value instanceof Array) {
      return ". Choose an element, as in beta[0], or reduce it: sum, mean or dot make a number of"
          + " it";
    }
    if (value instanceof Level level) {
      String name = level.feature().name();
      return ". It can index a parameter, as in beta[%s], or be compared, as in %s == \"%s\""
          .formatted(name, name, level.feature().levels().get(0));
    }
    if (value instanceof DrawnClasses classes) {
      return ". It can index a parameter, as in beta[%s]".formatted(classes.drawn().name());
    }
    return ". A text can be an index, as in beta[\"tv\"], or be compared with a feature";
  }

  /** A value as an array; a number is one of a single element. */
  Array array(Value value, int offset) throws ExpressionException {
    return value instanceof Array array
        ? array
        : ListArray.of(Shape.of(Shape.ordered(1)), List.of(number(value, offset)));
  }

  /** Refuses a computed array that is too large. */
  static Shape bounded(Shape shape, int offset) throws ExpressionException {
    long size = 1;
    for (Symbol.Dimension axis : shape.axes()) {
      size = size > MAX_SIZE ? size : size * axis.size();
    }
    if (size > MAX_SIZE) {
      throw new ExpressionException(
          "This would be %s, and an array that is computed may have at most %s elements"
              .formatted(shape.kind(), MAX_SIZE),
          offset);
    }
    return shape;
  }

  /** A value as a vector, which is an array with one axis. */
  Array vector(Value value, String what, int offset) throws ExpressionException {
    Array array = array(value, offset);
    if (array.shape().rank() != 1) {
      throw new TypeFault("%s must be a vector, but is %s".formatted(what, array.kind()), offset);
    }
    return array;
  }

  /** An operation on each element. Arrays must have the same axes; a number serves all elements. */
  Value elementwise(Elementwise operation, List<Value> arguments, List<Integer> offsets)
      throws ExpressionException {
    List<Value> checked = new ArrayList<>();
    Shape shape = null;
    for (int i = 0; i < arguments.size(); i++) {
      Value argument = arguments.get(i);
      if (argument instanceof Array array && array.size() != 1) {
        shape = shape == null ? array.shape() : Axes.same(shape, array.shape(), offsets.get(i));
        checked.add(array);
      } else {
        checked.add(number(argument, offsets.get(i)));
      }
    }
    return shape == null
        ? ElementwiseOperand.of(operation, operands(checked), draws)
        : new ElementwiseArray(operation, bounded(shape, offsets.get(0)), checked, draws);
  }

  private static List<Operand> operands(List<Value> values) {
    return values.stream().map(Operand.class::cast).toList();
  }

  /** Evaluates what is the same for every record once and for all. */
  Value settled(Value value) {
    if (!value.fixed()) {
      return value;
    }
    try {
      if (value instanceof ScalarOperand scalar) {
        return literal(scalar.value(none));
      }
      if (value instanceof ColumnOperand operand) {
        DrawColumn column = new DrawColumn();
        operand.column(none, column);
        return view(column.values(), column.offset());
      }
      return value instanceof Array array ? settled(array) : value;
    } catch (UnscorableException e) {
      throw new IllegalStateException("What is fixed looks at no record", e);
    }
  }

  /** A parameter with fewer draws than there are samples would take much memory. */
  private Array settled(Array array) throws UnscorableException {
    if (array.stored() || array instanceof WholeTensor) {
      return array;
    }
    StoredArray stored = StoredArray.evaluated(array, draws);
    stored.evaluate(none);
    return stored;
  }

  private static ColumnOperand view(double[] values, int offset) {
    return new ColumnOperand(true) {
      @Override
      public void column(Inputs inputs, DrawColumn out) {
        out.set(values, offset);
      }
    };
  }
}
