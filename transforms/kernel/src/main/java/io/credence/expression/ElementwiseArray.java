package io.credence.expression;

import io.credence.deadletter.UnscorableException;
import io.credence.draws.DrawColumn;
import io.credence.model.Inputs;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** An operation on each element of arrays. Arguments that are numbers serve all elements. */
final class ElementwiseArray extends Array {

  private final Elementwise operation;
  private final Value[] arguments;
  private final @Nullable ElementColumns[] elements;
  private final double[][] broadcast;
  private final double[] numbers;
  private final DrawColumn[] columns;
  private final double[] result;

  /** Asked once of the arguments: where operations are nested, each would ask those within it. */
  private final boolean[] varies;

  ElementwiseArray(Elementwise operation, Shape shape, List<Value> arguments, int draws) {
    super(shape, arguments.stream().allMatch(Value::fixed));
    this.operation = operation;
    this.arguments = arguments.toArray(Value[]::new);
    this.elements = new ElementColumns[this.arguments.length];
    this.broadcast = new double[this.arguments.length][0];
    this.numbers = new double[this.arguments.length];
    this.columns = new DrawColumn[this.arguments.length];
    for (int i = 0; i < columns.length; i++) {
      columns[i] = new DrawColumn();
      elements[i] = this.arguments[i] instanceof Array a ? new ElementColumns(a, draws) : null;
    }
    this.varies = new boolean[shape.size()];
    boolean any = false;
    for (int element = 0; element < varies.length; element++) {
      varies[element] = anyArgumentVaries(element);
      any |= varies[element];
    }
    this.result = new double[any ? draws : 0];
    for (int i = 0; i < columns.length; i++) {
      boolean spread = any && this.arguments[i] instanceof ScalarOperand;
      broadcast[i] = new double[spread ? draws : 0];
    }
  }

  @Override
  public void begin(Inputs inputs) throws UnscorableException {
    for (int i = 0; i < arguments.length; i++) {
      if (arguments[i] instanceof Array array) {
        array.begin(inputs);
      } else if (arguments[i] instanceof ScalarOperand scalar) {
        numbers[i] = scalar.value(inputs);
        Arrays.fill(broadcast[i], numbers[i]);
        columns[i].set(broadcast[i], 0);
      } else {
        ((ColumnOperand) arguments[i]).column(inputs, columns[i]);
      }
    }
  }

  @Override
  public boolean varies(int element) {
    return varies[element];
  }

  private boolean anyArgumentVaries(int element) {
    for (Value argument : arguments) {
      if (argument instanceof ColumnOperand
          || (argument instanceof Array array && array.varies(element))) {
        return true;
      }
    }
    return false;
  }

  @Override
  public double number(int element) throws UnscorableException {
    for (int i = 0; i < arguments.length; i++) {
      if (arguments[i] instanceof Array array) {
        numbers[i] = array.number(element);
      }
    }
    return operation.number(numbers);
  }

  @Override
  public void column(int element, DrawColumn out) throws UnscorableException {
    for (int i = 0; i < arguments.length; i++) {
      ElementColumns array = elements[i];
      if (array != null) {
        DrawColumn column = array.column(element);
        columns[i].set(column.values(), column.offset());
      }
    }
    operation.columns(columns, result);
    out.set(result, 0);
  }
}
