package io.credence.distribution;

import io.credence.draws.DrawColumn;

/** Parametrisations by tau or lam, which is 1 / sigma^2, in the place of sigma. */
final class Precision {

  private Precision() {}

  /** Parameters of which the last one is a precision. */
  static Parametrisation last(Parameter... parameters) {
    return Parametrisation.converted(Precision::toSigma, parameters);
  }

  private static void toSigma(DrawColumn[] given, int n, double[][] first) {
    int last = given.length - 1;
    for (int p = 0; p < last; p++) {
      System.arraycopy(given[p].values(), given[p].offset(), first[p], 0, n);
    }
    for (int i = 0; i < n; i++) {
      first[last][i] = 1 / Math.sqrt(given[last].get(i));
    }
  }
}
