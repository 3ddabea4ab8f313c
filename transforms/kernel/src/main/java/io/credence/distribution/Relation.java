package io.credence.distribution;

import io.credence.draws.DrawColumn;

/**
 * What must hold between the parameters of a draw, besides the domain of each: {@code upper must be
 * above lower}.
 *
 * @param parameter which parameter is reported when it does not hold
 * @param condition what must hold, for messages that go on after "must be"
 * @param test whether it holds
 */
public record Relation(int parameter, String condition, Test test) {

  /** Whether a relation holds. */
  @FunctionalInterface
  public interface Test {

    /**
     * Whether it holds for one draw.
     *
     * @param parameters a column for each parameter of the parametrisation, each value within its
     *     domain
     * @param draw which value of the columns
     */
    boolean holds(DrawColumn[] parameters, int draw);
  }

  /** The first of n draws for which it does not hold, or {@link Domain#NONE}. */
  public int firstBroken(DrawColumn[] parameters, int n) {
    for (int i = 0; i < n; i++) {
      if (!test.holds(parameters, i)) {
        return i;
      }
    }
    return Domain.NONE;
  }
}
