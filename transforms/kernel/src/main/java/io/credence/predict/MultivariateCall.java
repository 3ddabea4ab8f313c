package io.credence.predict;

import io.credence.deadletter.DeadLetterCode;
import io.credence.deadletter.UnscorableException;
import io.credence.distribution.Domain;
import io.credence.distribution.MultivariateNormal;
import io.credence.distribution.Variates;
import io.credence.draws.DrawColumn;
import io.credence.expression.Compiler;
import io.credence.expression.Expression;
import io.credence.expression.Expression.Call;
import io.credence.expression.ExpressionException;
import io.credence.expression.Symbol.Dimension;
import io.credence.model.Inputs;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * A call of mv_normal.
 *
 * <p>Not thread-safe.
 */
final class MultivariateCall {

  /** Of elements that should be equal; posteriors are stored in single precision, too. */
  private static final double TOLERANCE = 1e-5;

  private final BoundColumns given;
  private final String matrix;
  private final int size;
  private final Dimension axis;
  private double[][] factor = {};
  private DrawColumn[] factorColumns = {};
  private DrawColumn[] mu = {};
  private boolean ready;

  private MultivariateCall(BoundColumns given, String matrix, int size, Dimension axis) {
    this.given = given;
    this.axis = axis;
    this.matrix = matrix;
    this.size = size;
  }

  static boolean isCall(Expression expression) {
    return expression instanceof Call call && call.function().equals(MultivariateNormal.NAME);
  }

  static MultivariateCall compile(Call call, Compiler compiler) throws ExpressionException {
    Arguments arguments = Arguments.bind(call, MultivariateNormal.parametrisations(), compiler);
    int size = arguments.values()[0].count();
    String matrix = arguments.parametrisation().names().get(1);
    int elements = arguments.values()[1].count();
    if (elements != size * size) {
      int rows = (int) Math.round(Math.sqrt(elements));
      throw new ExpressionException(
          "%s of mv_normal must be a matrix (%s, %s), as mu has %s elements, but is one (%s, %s)"
              .formatted(matrix, size, size, size, rows, rows),
          arguments.offsets()[1]);
    }
    return new MultivariateCall(
        new BoundColumns(
            call.function(), arguments.parametrisation().parameters(), arguments.values()),
        matrix,
        size,
        axis(arguments, matrix));
  }

  /**
   * That of mu, which the sides of the matrix must fit. The columns of a factor are no elements.
   */
  private static Dimension axis(Arguments arguments, String matrix) throws ExpressionException {
    Dimension axis = arguments.values()[0].axes().get(0);
    List<Dimension> sides = arguments.values()[1].axes();
    for (Dimension side : matrix.equals("chol") ? sides.subList(0, 1) : sides) {
      Optional<String> misfit = axis.misfit(side);
      if (misfit.isPresent()) {
        throw new ExpressionException(misfit.get(), arguments.offsets()[1]);
      }
      axis = isLabelled(side) && !isLabelled(axis) ? side : axis;
    }
    // The names in a list are those of means, and no labels of what is drawn.
    return axis.name().isEmpty() ? new Dimension("", axis.size(), List.of()) : axis;
  }

  private static boolean isLabelled(Dimension axis) {
    return !axis.name().isEmpty() && !axis.isCounted();
  }

  /** Along which the elements of a sample stand. */
  Dimension axis() {
    return axis;
  }

  /** How many elements a sample has. */
  int size() {
    return size;
  }

  /**
   * Draws a vector per posterior draw.
   *
   * @param out for each element of the vector an array, filled from 0 to n - 1
   * @throws UnscorableException when the matrix of a draw is none of a covariance
   */
  void sample(Inputs inputs, int n, Variates variates, double[][] out) throws UnscorableException {
    DrawColumn[] columns = given.load(inputs, n);
    if (!ready) {
      mu = Arrays.copyOf(columns, size);
      factorColumns = factor(Arrays.copyOfRange(columns, size, columns.length), n);
      ready = given.fixed();
    }
    MultivariateNormal.sample(mu, factorColumns, n, variates, out);
  }

  private DrawColumn[] factor(DrawColumn[] elements, int n) throws UnscorableException {
    if (matrix.equals("chol")) {
      requireFactor(elements, n);
      return elements;
    }
    requireSymmetric(elements, n);
    if (factor.length == 0) {
      factor = new double[size * size][n];
    }
    int broken =
        matrix.equals("cov")
            ? MultivariateNormal.cholesky(elements, size, n, factor)
            : MultivariateNormal.choleskyOfInverse(elements, size, n, factor);
    if (broken != Domain.NONE) {
      throw invalid("positive definite, but is not", broken, n);
    }
    return Arrays.stream(factor)
        .map(
            values -> {
              DrawColumn column = new DrawColumn();
              column.set(values, 0);
              return column;
            })
        .toArray(DrawColumn[]::new);
  }

  /** A covariance in place of its factor would go unnoticed. */
  private void requireFactor(DrawColumn[] elements, int n) throws UnscorableException {
    for (int row = 0; row < size; row++) {
      for (int column = row; column < size; column++) {
        for (int i = 0; i < n; i++) {
          double value = elements[row * size + column].get(i);
          if (column == row ? !(value > 0) : value != 0) {
            throw invalid(
                "lower triangular with a diagonal > 0, but has %s in row %s, column %s"
                    .formatted(value, row, column),
                i,
                n);
          }
        }
      }
    }
  }

  private void requireSymmetric(DrawColumn[] elements, int n) throws UnscorableException {
    for (int row = 0; row < size; row++) {
      for (int column = 0; column < row; column++) {
        for (int i = 0; i < n; i++) {
          double below = elements[row * size + column].get(i);
          double above = elements[column * size + row].get(i);
          double scale = Math.max(Math.abs(below), Math.abs(above));
          if (Math.abs(below - above) > TOLERANCE * scale) {
            throw invalid(
                "symmetric, but has %s in row %s, column %s, and %s opposite"
                    .formatted(below, row, column, above),
                i,
                n);
          }
        }
      }
    }
  }

  private UnscorableException invalid(String complaint, int draw, int n) {
    return new UnscorableException(
        DeadLetterCode.INVALID_PARAMETER,
        "%s of mv_normal must be %s in sample %s of %s".formatted(matrix, complaint, draw, n),
        matrix);
  }
}
