package io.credence.expression;

import io.credence.deadletter.UnscorableException;
import io.credence.draws.DrawColumn;
import io.credence.model.Inputs;
import java.util.Arrays;

/** Sums, or means, of the elements of an array, from the first to the last. */
final class Reduction extends Array {

  private final Array source;
  private final int[] first;
  private final int length;
  private final int stride;
  private final double divisor;
  private final boolean[] varies;
  private final double[] sum;

  private Reduction(
      Array source, Shape shape, int[] first, int length, int stride, boolean mean, int draws) {
    super(shape, source.fixed());
    this.source = source;
    this.first = first;
    this.length = length;
    this.stride = stride;
    this.divisor = mean ? length : 1;
    this.varies = new boolean[first.length];
    boolean any = false;
    for (int element = 0; element < first.length; element++) {
      for (int k = 0; k < length && !varies[element]; k++) {
        varies[element] = source.varies(first[element] + k * stride);
      }
      any |= varies[element];
    }
    this.sum = new double[any ? draws : 0];
  }

  /** Of all elements. */
  static Array all(Array source, boolean mean, int draws) {
    return new Reduction(source, Shape.of(), new int[1], source.size(), 1, mean, draws);
  }

  /** Of those along an axis. */
  static Array along(Array source, int axis, boolean mean, int draws) {
    Shape shape = source.shape();
    return new Reduction(
        source,
        shape.without(axis),
        Axes.firsts(shape, axis),
        shape.axis(axis).size(),
        shape.strides()[axis],
        mean,
        draws);
  }

  @Override
  public void begin(Inputs inputs) throws UnscorableException {
    source.begin(inputs);
  }

  @Override
  public boolean varies(int element) {
    return varies[element];
  }

  @Override
  public double number(int element) throws UnscorableException {
    double result = 0;
    for (int k = 0; k < length; k++) {
      double number = source.number(first[element] + k * stride);
      // The first one is no summand: 0.0 + -0.0 is not -0.0.
      result = k == 0 ? number : result + number;
    }
    return result / divisor;
  }

  @Override
  public void column(int element, DrawColumn out) throws UnscorableException {
    for (int k = 0; k < length; k++) {
      int each = first[element] + k * stride;
      if (source.varies(each)) {
        source.column(each, out);
        if (k == 0) {
          System.arraycopy(out.values(), out.offset(), sum, 0, sum.length);
        } else {
          Arithmetic.addColumn(out, sum);
        }
      } else if (k == 0) {
        Arrays.fill(sum, source.number(each));
      } else {
        Arithmetic.addNumber(source.number(each), sum);
      }
    }
    divide();
    out.set(sum, 0);
  }

  private void divide() {
    for (int i = 0; i < sum.length && divisor != 1; i++) {
      sum[i] /= divisor;
    }
  }
}
