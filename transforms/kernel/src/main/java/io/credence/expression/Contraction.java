package io.credence.expression;

import io.credence.deadletter.UnscorableException;
import io.credence.draws.DrawColumn;
import io.credence.model.Inputs;
import java.util.Arrays;
import java.util.stream.Stream;

/** Sums of products along an axis of each of two arrays, from the first element to the last. */
final class Contraction extends Array {

  private final Array left;
  private final Array right;
  private final ElementColumns leftColumns;
  private final ElementColumns rightColumns;
  private final int[] leftFirst;
  private final int[] rightFirst;
  private final int leftStride;
  private final int rightStride;
  private final int length;
  private final boolean[] varies;
  private final double[] sum;

  /**
   * @param shape the axes of the left side but one, then those of the right side but one
   */
  private Contraction(
      Array left, int leftAxis, Array right, int rightAxis, Shape shape, int draws) {
    super(shape, left.fixed() && right.fixed());
    this.left = left;
    this.right = right;
    this.leftColumns = new ElementColumns(left, draws);
    this.rightColumns = new ElementColumns(right, draws);
    this.leftFirst = Axes.firsts(left.shape(), leftAxis);
    this.rightFirst = Axes.firsts(right.shape(), rightAxis);
    this.leftStride = left.shape().strides()[leftAxis];
    this.rightStride = right.shape().strides()[rightAxis];
    this.length = left.shape().axis(leftAxis).size();
    this.varies = new boolean[leftFirst.length * rightFirst.length];
    boolean any = false;
    for (int element = 0; element < varies.length; element++) {
      for (int k = 0; k < length && !varies[element]; k++) {
        varies[element] = left.varies(left(element, k)) || right.varies(right(element, k));
      }
      any |= varies[element];
    }
    this.sum = new double[any ? draws : 0];
  }

  /** Axes of the same size. What is asked for an element more than once is stored. */
  static Array of(Array left, int leftAxis, Array right, int rightAxis, int offset, Values values)
      throws ExpressionException {
    Axes.same(left.shape().axis(leftAxis), right.shape().axis(rightAxis), offset);
    Shape rest = left.shape().without(leftAxis);
    Shape others = right.shape().without(rightAxis);
    Shape shape =
        Values.bounded(
            new Shape(Stream.concat(rest.axes().stream(), others.axes().stream()).toList()),
            offset);
    long length = left.shape().axis(leftAxis).size();
    values.effort().operations(length * shape.size(), offset);
    int draws = values.draws();
    Array a = others.size() > 1 ? StoredArray.of(left, draws) : left;
    Array b = rest.size() > 1 ? StoredArray.of(right, draws) : right;
    return new Contraction(a, leftAxis, b, rightAxis, shape, draws);
  }

  private int left(int element, int k) {
    return leftFirst[element / rightFirst.length] + k * leftStride;
  }

  private int right(int element, int k) {
    return rightFirst[element % rightFirst.length] + k * rightStride;
  }

  @Override
  public void begin(Inputs inputs) throws UnscorableException {
    left.begin(inputs);
    right.begin(inputs);
  }

  @Override
  public boolean varies(int element) {
    return varies[element];
  }

  @Override
  public double number(int element) throws UnscorableException {
    double result = 0;
    for (int k = 0; k < length; k++) {
      double product = left.number(left(element, k)) * right.number(right(element, k));
      // The first one is no summand: 0.0 + -0.0 is not -0.0.
      result = k == 0 ? product : result + product;
    }
    return result;
  }

  @Override
  public void column(int element, DrawColumn out) throws UnscorableException {
    for (int k = 0; k < length; k++) {
      add(left(element, k), right(element, k), k == 0);
    }
    out.set(sum, 0);
  }

  private void add(int a, int b, boolean first) throws UnscorableException {
    boolean varyingLeft = left.varies(a);
    boolean varyingRight = right.varies(b);
    if (varyingLeft && varyingRight) {
      DrawColumn x = leftColumns.column(a);
      DrawColumn y = rightColumns.column(b);
      if (first) {
        Arithmetic.MULTIPLY.loop(x.values(), x.offset(), y.values(), y.offset(), sum);
      } else {
        Arithmetic.addProducts(x, y, sum);
      }
    } else if (varyingLeft || varyingRight) {
      double factor = varyingLeft ? right.number(b) : left.number(a);
      DrawColumn column = varyingLeft ? leftColumns.column(a) : rightColumns.column(b);
      if (first) {
        Arithmetic.multiply(factor, column, sum);
      } else {
        Arithmetic.addProducts(factor, column, sum);
      }
    } else if (first) {
      Arrays.fill(sum, left.number(a) * right.number(b));
    } else {
      Arithmetic.addNumber(left.number(a) * right.number(b), sum);
    }
  }
}
