package io.credence.expression;

import io.credence.deadletter.UnscorableException;
import io.credence.draws.DrawColumn;
import io.credence.model.Inputs;

/** Linear interpolation on an increasing grid, constant beyond its ends, as numpy.interp has it. */
final class Interpolation {

  private final double[] grid;

  private Interpolation(double[] grid) {
    this.grid = grid;
  }

  static Value compile(CallArguments call) throws ExpressionException {
    Operand x = call.number(0);
    int at = call.offsets().get(1);
    Array points = call.vector(1, "The grid");
    double[] grid = FixedNumbers.vector(points, "The grid of interp", at);
    for (int i = 0; i < grid.length; i++) {
      if (!Double.isFinite(grid[i]) || (i > 0 && grid[i] <= grid[i - 1])) {
        throw new ExpressionException(
            "The grid of interp must increase, but point %s is %s after %s"
                .formatted(i, grid[i], i == 0 ? "none" : grid[i - 1]),
            at);
      }
    }
    Array values = call.vector(2, "The values");
    if (values.size() != grid.length || grid.length == 0) {
      throw new TypeFault(
          "interp needs a value for each of its %s grid points, but there are %s"
              .formatted(grid.length, values.size()),
          call.offset());
    }
    Axes.same(points.shape().axis(0), values.shape().axis(0), call.offset());
    int draws = call.values().draws();
    Array stored = StoredArray.of(values, draws);
    Interpolation interpolation = new Interpolation(grid);
    return x instanceof ScalarOperand scalar && !stored.anyVaries()
        ? interpolation.scalar(scalar, stored, draws)
        : interpolation.column(x, stored, draws);
  }

  private ScalarOperand scalar(ScalarOperand x, Array values, int draws) {
    return new ScalarOperand(x.fixed() && values.fixed(), draws) {
      @Override
      double value(Inputs inputs) throws UnscorableException {
        values.begin(inputs);
        double at = x.value(inputs);
        int left = left(at);
        double a = values.number(Math.max(left, 0));
        if (Double.isNaN(at)) {
          return at;
        }
        return isOutside(left) ? a : between(at, left, a, values.number(left + 1));
      }
    };
  }

  private ColumnOperand column(Operand x, Array values, int draws) {
    ElementColumns elements = new ElementColumns(values, draws);
    double[] result = new double[draws];
    return new ColumnOperand(x.fixed() && values.fixed()) {
      @Override
      public void column(Inputs inputs, DrawColumn out) throws UnscorableException {
        values.begin(inputs);
        x.column(inputs, out);
        for (int i = 0; i < draws; i++) {
          double at = out.get(i);
          int left = left(at);
          double a = elements.at(Math.max(left, 0), i);
          if (Double.isNaN(at)) {
            result[i] = at;
          } else {
            result[i] = isOutside(left) ? a : between(at, left, a, elements.at(left + 1, i));
          }
        }
        out.set(result, 0);
      }
    };
  }

  /** The last point at or before x; -1 before the first. */
  private int left(double x) {
    int low = -1;
    int high = grid.length;
    while (high - low > 1) {
      int middle = (low + high) >>> 1;
      if (grid[middle] > x) {
        high = middle;
      } else {
        low = middle;
      }
    }
    return low;
  }

  private boolean isOutside(int left) {
    return left < 0 || left == grid.length - 1;
  }

  private double between(double x, int left, double a, double b) {
    double slope = (b - a) / (grid[left + 1] - grid[left]);
    return slope * (x - grid[left]) + a;
  }
}
