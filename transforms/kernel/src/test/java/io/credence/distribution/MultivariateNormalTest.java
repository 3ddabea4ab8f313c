package io.credence.distribution;

import static org.assertj.core.api.Assertions.assertThat;

import io.credence.draws.DrawColumn;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;

class MultivariateNormalTest {

  private static final String CHOLESKY = "2 0 0 0.5 1.5 0 -1 0.25 0.75";
  private static final String COVARIANCE = "4.0 1.0 -2.0 1.0 2.5 -0.125 -2.0 -0.125 1.625";
  private static final String PRECISION =
      "0.7993827160493826 -0.2716049382716049 0.9629629629629629 -0.2716049382716049"
          + " 0.49382716049382713 -0.2962962962962963 0.9629629629629628 -0.2962962962962963"
          + " 1.7777777777777777";
  private static final Offset<Double> CLOSE = Offset.offset(1e-13);

  @Test
  void meansAndCovariancesOfSamplesAreThoseAskedFor() {
    int n = Math.max(100_000, SampledFigures.N);
    double[][] out = new double[3][n];
    MultivariateNormal.sample(
        Columns.all("1 -2 3", n), Columns.all(CHOLESKY, n), n, TestVariates.of(9), out);
    double[] mean = {1, -2, 3};
    String[] covariance = COVARIANCE.split(" ", -1);
    for (int row = 0; row < 3; row++) {
      for (int column = 0; column < 3; column++) {
        double sum = 0;
        for (int i = 0; i < n; i++) {
          sum += (out[row][i] - mean[row]) * (out[column][i] - mean[column]);
        }
        // A product's sd is at most sqrt(2) * 4; six standard errors.
        assertThat(sum / n)
            .isCloseTo(
                Double.parseDouble(covariance[row * 3 + column]),
                Offset.offset(6 * Math.sqrt(2) * 4 / Math.sqrt(n)));
      }
    }
  }

  // scipy 1.17.1: multivariate_normal([1, -2, 3], cov).logpdf([0, 0, 4])
  @Test
  void theLogDensityIsThatOfSciPy() {
    double log =
        MultivariateNormal.logDensity(
            Columns.all(1, -2, 3), Columns.all(CHOLESKY, 1), 0, new double[] {0, 0, 4});
    assertThat(log).isCloseTo(-4.831634704719232, CLOSE);
  }

  @Test
  void theCovarianceHasItsFactor() {
    double[][] first = new double[9][1];
    int broken = MultivariateNormal.cholesky(Columns.all(COVARIANCE, 1), 3, 1, first);
    assertThat(broken).isEqualTo(Domain.NONE);
    assertFactor(first);
  }

  // numpy 2.4.6: linalg.inv of the covariance.
  @Test
  void thePrecisionHasTheFactorOfItsInverse() {
    double[][] first = new double[9][1];
    int broken = MultivariateNormal.choleskyOfInverse(Columns.all(PRECISION, 1), 3, 1, first);
    assertThat(broken).isEqualTo(Domain.NONE);
    assertFactor(first);
  }

  @Test
  void aMatrixThatIsNotPositiveDefiniteIsReportedByItsDraw() {
    DrawColumn[] matrix = Columns.all("1 2 2 1", 2);
    assertThat(MultivariateNormal.cholesky(matrix, 2, 2, new double[4][2])).isZero();
    assertThat(MultivariateNormal.choleskyOfInverse(matrix, 2, 2, new double[4][2])).isZero();
  }

  private static void assertFactor(double[][] found) {
    String[] expected = CHOLESKY.split(" ", -1);
    for (int k = 0; k < 9; k++) {
      assertThat(found[k][0]).isCloseTo(Double.parseDouble(expected[k]), CLOSE);
    }
  }
}
