package io.credence.distribution;

import io.credence.draws.DrawColumn;

/** Vectors of probabilities, which must be 1 in all. */
final class Probabilities {

  /** As PyMC has it: posteriors are stored in single precision, too. */
  private static final double TOLERANCE = 1e-5;

  private Probabilities() {}

  /** A vector of this name whose first elements are probabilities. */
  static Parametrisation named(String name) {
    return Parametrisation.of(Parameter.vector(name, Domain.UNIT_INTERVAL))
        .where(
            new Relation(
                0,
                "probabilities that sum to 1",
                (columns, draw) -> isOne(columns, columns.length, draw)));
  }

  /** Whether the first elements are 1 in all. */
  static boolean isOne(DrawColumn[] columns, int size, int draw) {
    return Math.abs(sum(columns, size, draw) - 1) <= TOLERANCE;
  }

  static double sum(DrawColumn[] columns, int size, int draw) {
    double sum = 0;
    for (int k = 0; k < size; k++) {
      sum += columns[k].get(draw);
    }
    return sum;
  }

  /** The place of one of the first elements, chosen with its share of their sum. */
  static int choose(DrawColumn[] columns, int size, int draw, Variates variates) {
    double left = variates.uniform() * sum(columns, size, draw);
    int last = 0;
    for (int k = 0; k < size; k++) {
      double p = columns[k].get(draw);
      left -= p;
      if (left < 0) {
        return k;
      }
      last = p > 0 ? k : last;
    }
    return last; // Rounding left a bit over.
  }
}
