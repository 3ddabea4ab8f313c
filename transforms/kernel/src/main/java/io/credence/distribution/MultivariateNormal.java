package io.credence.distribution;

import io.credence.draws.DrawColumn;
import java.util.List;
import java.util.stream.Stream;

/**
 * {@code mv_normal(mu, cov | chol | tau)}: a vector of means mu and a covariance, given as itself,
 * as its lower Cholesky factor, or as its inverse. It yields a vector, and so is no {@link
 * Distribution}.
 *
 * <p>A vector is a column for each element; a matrix is one column for each element, row by row.
 */
public final class MultivariateNormal {

  /** Its name in model.yaml. */
  public static final String NAME = "mv_normal";

  private static final Parameter MU = Parameter.vector("mu", Domain.REAL);

  private MultivariateNormal() {}

  /** The ways to give its parameters: a mean, and a covariance, a factor of it or its inverse. */
  public static List<Parametrisation> parametrisations() {
    return Stream.of("cov", "chol", "tau")
        .map(matrix -> Parametrisation.of(MU, Parameter.matrix(matrix, Domain.REAL)))
        .toList();
  }

  static DistributionEntry entry() {
    return new DistributionEntry(
        NAME,
        List.of("mv_normal(mu, cov)", "mv_normal(mu, chol)", "mv_normal(mu, tau)"),
        DistributionEntry.arguments(parametrisations()),
        "vectors",
        "a vector of mean mu and covariance cov; or its lower Cholesky factor, or its inverse");
  }

  /**
   * Draws a vector for each of n samples.
   *
   * @param mu d columns
   * @param chol d * d columns; what is above the diagonal is not looked at
   * @param out d arrays, of which 0 to n - 1 are filled
   */
  public static void sample(
      DrawColumn[] mu, DrawColumn[] chol, int n, Variates variates, double[][] out) {
    int d = mu.length;
    for (int i = 0; i < n; i++) {
      variates.at(i);
      for (int row = 0; row < d; row++) {
        out[row][i] = variates.gaussian();
      }
      // From the last row up, so that each row still finds the variates before it.
      for (int row = d - 1; row >= 0; row--) {
        double sum = mu[row].get(i);
        for (int k = 0; k <= row; k++) {
          sum += chol[row * d + k].get(i) * out[k][i];
        }
        out[row][i] = sum;
      }
    }
  }

  /** The logarithm of the density at a vector y, which becomes scratch. */
  public static double logDensity(DrawColumn[] mu, DrawColumn[] chol, int draw, double[] y) {
    int d = mu.length;
    double log = -0.5 * d * Saddle.LOG_TWO_PI;
    for (int row = 0; row < d; row++) {
      double z = y[row] - mu[row].get(draw);
      for (int k = 0; k < row; k++) {
        z -= chol[row * d + k].get(draw) * y[k];
      }
      double diagonal = chol[row * d + row].get(draw);
      y[row] = z / diagonal;
      log -= 0.5 * y[row] * y[row] + StrictMath.log(diagonal);
    }
    return log;
  }

  /**
   * The lower Cholesky factor of a symmetric matrix, for each of n draws.
   *
   * @param matrix d * d columns, of which the lower triangle is read
   * @param first d * d arrays
   * @return the first draw whose matrix is not positive definite, or {@link Domain#NONE}
   */
  public static int cholesky(DrawColumn[] matrix, int d, int n, double[][] first) {
    for (int i = 0; i < n; i++) {
      for (int row = 0; row < d; row++) {
        for (int column = 0; column < d; column++) {
          double sum = column > row ? 0 : matrix[row * d + column].get(i);
          for (int k = 0; k < Math.min(column, row); k++) {
            sum -= column > row ? 0 : first[row * d + k][i] * first[column * d + k][i];
          }
          if (row == column && !(sum > 0 && sum <= Double.MAX_VALUE)) {
            return i;
          }
          first[row * d + column][i] =
              row == column
                  ? Math.sqrt(sum)
                  : column > row ? 0 : sum / first[column * d + column][i];
        }
      }
    }
    return Domain.NONE;
  }

  /**
   * The lower Cholesky factor of the inverse of a symmetric matrix, for each of n draws: with the
   * order of rows and columns turned around, the inverse of the factor of the matrix, transposed.
   *
   * @param precision d * d columns, of which the upper triangle is read
   * @param first d * d arrays
   * @return the first draw whose matrix is not positive definite, or {@link Domain#NONE}
   */
  public static int choleskyOfInverse(DrawColumn[] precision, int d, int n, double[][] first) {
    DrawColumn[] turned = new DrawColumn[d * d];
    double[][] factor = new double[d * d][n];
    for (int k = 0; k < d * d; k++) {
      turned[k] = precision[d * d - 1 - k];
    }
    int broken = cholesky(turned, d, n, factor);
    if (broken != Domain.NONE) {
      return broken;
    }
    for (int i = 0; i < n; i++) {
      invertTurned(factor, d, i, first);
    }
    return Domain.NONE;
  }

  /** With U U' the matrix and U upper: its inverse is L L' with L = U'^-1, by substitution. */
  private static void invertTurned(double[][] factor, int d, int draw, double[][] first) {
    for (int column = 0; column < d; column++) {
      for (int row = 0; row < d; row++) {
        double sum = row == column ? 1 : 0;
        for (int k = column; k < row; k++) {
          sum -= transposed(factor, d, row, k)[draw] * first[k * d + column][draw];
        }
        first[row * d + column][draw] =
            row < column ? 0 : sum / transposed(factor, d, row, row)[draw];
      }
    }
  }

  /** U'[row][column] is U[column][row], which is the turned factor at the turned place. */
  private static double[] transposed(double[][] factor, int d, int row, int column) {
    return factor[d * d - 1 - (column * d + row)];
  }
}
