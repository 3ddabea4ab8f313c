package io.credence.expression;

import io.credence.deadletter.UnscorableException;
import io.credence.draws.DrawColumn;
import io.credence.model.Inputs;
import java.util.Arrays;

/** {@code exp(x) / sum(exp(x))} along an axis, without overflow. */
final class Softmax extends Array {

  private final Array source;
  private final ElementColumns columns;
  private final int draws;
  private final int[] first;
  private final int length;
  private final int stride;
  private final boolean varies;
  private final double[] values;
  private final double[] largest;
  private final double[] sum;

  Softmax(Array source, int axis, int draws) {
    super(source.shape(), source.fixed());
    this.source = source;
    this.columns = new ElementColumns(source, draws);
    this.varies = source.anyVaries();
    this.draws = varies ? draws : 1;
    this.first = Axes.firsts(source.shape(), axis);
    this.length = source.shape().axis(axis).size();
    this.stride = source.shape().strides()[axis];
    this.values = new double[Math.multiplyExact(source.size(), this.draws)];
    this.largest = new double[this.draws];
    this.sum = new double[this.draws];
  }

  @Override
  public void begin(Inputs inputs) throws UnscorableException {
    source.begin(inputs);
    for (int line : first) {
      Arrays.fill(largest, Double.NEGATIVE_INFINITY);
      for (int k = 0; k < length; k++) {
        read(line + k * stride);
      }
      Arrays.fill(sum, 0);
      for (int k = 0; k < length; k++) {
        exponentiate((line + k * stride) * draws);
      }
      for (int k = 0; k < length; k++) {
        divide((line + k * stride) * draws);
      }
    }
  }

  private void read(int element) throws UnscorableException {
    int from = element * draws;
    if (varies) {
      DrawColumn column = columns.column(element);
      System.arraycopy(column.values(), column.offset(), values, from, draws);
    } else {
      values[from] = source.number(element);
    }
    for (int i = 0; i < draws; i++) {
      largest[i] = Math.max(largest[i], values[from + i]);
    }
  }

  private void exponentiate(int from) {
    for (int i = 0; i < draws; i++) {
      values[from + i] = StrictMath.exp(values[from + i] - largest[i]);
      sum[i] += values[from + i];
    }
  }

  private void divide(int from) {
    for (int i = 0; i < draws; i++) {
      values[from + i] /= sum[i];
    }
  }

  @Override
  public boolean varies(int element) {
    return varies;
  }

  @Override
  public double number(int element) {
    return values[element];
  }

  @Override
  public void column(int element, DrawColumn out) {
    out.set(values, element * draws);
  }
}
