package io.credence.distribution;

import java.util.List;

/** Parametrisations by {@code logit_p} in the place of the probability p. */
final class LogOdds {

  private static final Parameter LOGIT_P = Parameter.required("logit_p", Domain.REAL);

  private LogOdds() {}

  /** These parameters, and then the log-odds. */
  static Parametrisation last(Parameter... before) {
    int last = before.length;
    return Parametrisation.keeping(
        List.of(before),
        (given, n, first) -> {
          for (int i = 0; i < n; i++) {
            first[last][i] = 1 / (1 + StrictMath.exp(-given[last].get(i)));
          }
        },
        LOGIT_P);
  }
}
