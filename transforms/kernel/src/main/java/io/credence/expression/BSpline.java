package io.credence.expression;

import io.credence.deadletter.DeadLetterCode;
import io.credence.deadletter.UnscorableException;
import io.credence.draws.DrawColumn;
import io.credence.model.Inputs;
import java.util.Arrays;

/**
 * The values at x of all B-splines of a degree on knots, by the recursion of Cox and de Boor: what
 * {@code scipy.interpolate.BSpline.design_matrix} has in a row. The last interval is closed.
 */
final class BSpline extends Array {

  private static final int MAX_DEGREE = 20;

  private final ScalarOperand x;
  private final double[] knots;
  private final int degree;
  private final double[] basis;
  private final double[] local;

  private BSpline(ScalarOperand x, double[] knots, int degree) {
    super(Shape.of(Shape.ordered(knots.length - degree - 1)), x.fixed());
    this.x = x;
    this.knots = knots;
    this.degree = degree;
    this.basis = new double[knots.length - degree - 1];
    this.local = new double[degree + 1];
  }

  static Value compile(CallArguments call) throws ExpressionException {
    ScalarOperand x = call.scalar(0, "x");
    int at = call.offsets().get(1);
    double[] knots = FixedNumbers.vector(call.vector(1, "The knots"), "The knots of bspline", at);
    for (int i = 0; i < knots.length; i++) {
      if (!Double.isFinite(knots[i]) || (i > 0 && knots[i] < knots[i - 1])) {
        throw new ExpressionException(
            "The knots of bspline must not decrease, but knot %s is %s after %s"
                .formatted(i, knots[i], i == 0 ? "none" : knots[i - 1]),
            at);
      }
    }
    int where = call.offsets().get(2);
    double degree = FixedNumbers.number(call.number(2), "The degree of bspline", where);
    if (degree != Math.rint(degree) || degree < 0 || degree > MAX_DEGREE) {
      throw new ExpressionException(
          "The degree of bspline must be a whole number from 0 to %s, but is %s"
              .formatted(MAX_DEGREE, degree),
          where);
    }
    int d = (int) degree;
    if (knots.length < 2 * (d + 1) || knots[d] == knots[knots.length - d - 1]) {
      throw new ExpressionException(
          "bspline of degree %s needs all knots, the outer ones %s times each, so at least %s, but there are %s"
              .formatted(d, d + 1, 2 * (d + 1), knots.length),
          at);
    }
    return new BSpline(x, knots, d);
  }

  @Override
  public void begin(Inputs inputs) throws UnscorableException {
    double value = x.value(inputs);
    double low = knots[degree];
    double high = knots[basis.length];
    if (!(value >= low && value <= high)) {
      throw new UnscorableException(
          DeadLetterCode.OUT_OF_RANGE,
          "x of bspline must be from %s to %s, which the knots span, but is %s"
              .formatted(low, high, value),
          "bspline");
    }
    int interval = basis.length - 1;
    while (knots[interval] > value || knots[interval] == knots[interval + 1]) {
      interval--;
    }
    evaluate(value, interval);
  }

  private void evaluate(double value, int interval) {
    Arrays.fill(basis, 0);
    local[0] = 1;
    for (int d = 1; d <= degree; d++) {
      double saved = 0;
      for (int r = 0; r < d; r++) {
        double right = knots[interval + r + 1];
        double left = knots[interval + r + 1 - d];
        double part = local[r] / (right - left);
        local[r] = saved + (right - value) * part;
        saved = (value - left) * part;
      }
      local[d] = saved;
    }
    System.arraycopy(local, 0, basis, interval - degree, degree + 1);
  }

  @Override
  public boolean varies(int element) {
    return false;
  }

  @Override
  public double number(int element) {
    return basis[element];
  }

  @Override
  public void column(int element, DrawColumn out) {
    throw new IllegalStateException("No draw changes a basis");
  }
}
