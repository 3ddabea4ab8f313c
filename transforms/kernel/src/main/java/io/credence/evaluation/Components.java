package io.credence.evaluation;

import java.util.Arrays;

/**
 * The components of a label for Neyman's smooth test (1937): the mean, over where its PIT lies, of
 * each of Legendre's polynomials. Beside them stands what the model itself expects of their squares
 * and cubes; of the components themselves it expects 0.
 *
 * <p>Where single values have a probability, a component varies less than a polynomial of a uniform
 * number does, and next to nothing where one value is nearly certain. Its moments are those under
 * permutation: label and samples are equally likely to be any of them when the model is right.
 *
 * <p>Mutable, and reused from record to record.
 */
final class Components {

  /** From the first polynomial on. */
  static final int COUNT = Legendre.DEGREES;

  /** Of polynomials of a uniform number: their mean cubes. */
  private static final double[] UNIFORM_CUBES = {0, 2 * Math.sqrt(5) / 7, 0, 486.0 / 1001};

  /** Narrower than this the PIT is taken for a point, where differences would cancel. */
  private static final double POINT = 1e-6;

  private final double[] values = new double[COUNT];
  private final double[] squares = new double[COUNT];
  private final double[] cubes = new double[COUNT];
  private final double[] below = new double[COUNT];
  private final double[] above = new double[COUNT];

  /** Of a label whose PIT lies in a part of [0, 1]. */
  void set(double low, double high) {
    double a = 2 * low - 1;
    double b = 2 * high - 1;
    if (b - a < POINT) {
      Legendre.values((a + b) / 2, values);
      return;
    }
    Legendre.integrals(a, below);
    Legendre.integrals(b, above);
    for (int k = 0; k < COUNT; k++) {
      values[k] = (above[k] - below[k]) / (b - a);
    }
  }

  /** Expects what a distribution without probabilities of single values does. */
  void expectUniform() {
    Arrays.fill(squares, 1);
    System.arraycopy(UNIFORM_CUBES, 0, cubes, 0, COUNT);
  }

  /**
   * Expects that the label is as likely to be any of the samples and itself.
   *
   * @param sorted the samples at 0 to n - 1, in ascending order
   */
  void expectOneOf(double[] sorted, int n, double y) {
    Arrays.fill(squares, 0);
    Arrays.fill(cubes, 0);
    Arrays.fill(below, 0);
    double all = n + 1.0;
    boolean label = true;
    int next = 0;
    while (label || next < n) {
      double value = label && (next == n || y <= sorted[next]) ? y : sorted[next];
      int from = next;
      while (next < n && sorted[next] == value) {
        next++;
      }
      int equal = next - from;
      if (label && value == y) {
        label = false;
        equal++;
      }
      expect(equal / all, (label ? next : next + 1) / all);
    }
  }

  /** A value of a probability, up to which the probability is as given. */
  private void expect(double probability, double atMost) {
    Legendre.integrals(2 * atMost - 1, above);
    for (int k = 0; k < COUNT; k++) {
      double mean = (above[k] - below[k]) / (2 * probability);
      squares[k] += probability * mean * mean;
      cubes[k] += probability * mean * mean * mean;
      below[k] = above[k];
    }
  }

  /** The component of a polynomial, by its position. */
  double value(int component) {
    return values[component];
  }

  /** What is expected of its square. */
  double square(int component) {
    return squares[component];
  }

  /** What is expected of its cube. */
  double cube(int component) {
    return cubes[component];
  }
}
