package io.credence.distribution;

import java.util.List;

/** Parametrisations by tau or lam, which is 1 / sigma^2, in the place of sigma. */
final class Precision {

  private Precision() {}

  /** Parameters of which the last one is a precision. */
  static Parametrisation last(Parameter... parameters) {
    int last = parameters.length - 1;
    return Parametrisation.keeping(
        List.of(parameters).subList(0, last),
        (given, n, first) -> {
          for (int i = 0; i < n; i++) {
            first[last][i] = 1 / Math.sqrt(given[last].get(i));
          }
        },
        parameters[last]);
  }
}
