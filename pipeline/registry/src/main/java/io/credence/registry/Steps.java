package io.credence.registry;

import io.credence.registry.log.Outcome;
import java.util.List;

/**
 * The shares of records that a version is given one after the other while it takes over.
 *
 * @param shares ascending, each above 0; the last is 1, where the alias moves
 */
public record Steps(List<Double> shares) {

  /**
   * @throws IllegalArgumentException when they are not as they must be
   */
  public Steps {
    shares = List.copyOf(shares);
    double before = 0;
    for (double share : shares) {
      if (!(share > before && share <= 1)) {
        throw new IllegalArgumentException(
            "Steps are shares above 0, each greater than the one before, but are " + shares);
      }
      before = share;
    }
    if (before != 1) {
      throw new IllegalArgumentException("The last of the steps must be 1, but they are " + shares);
    }
  }

  /**
   * The share after a decision.
   *
   * @param share that it has now, in [0, 1]
   */
  double next(double share, Outcome outcome) {
    return switch (outcome) {
      case ROLLBACK -> 0;
      case HOLD -> share;
      case PROMOTE -> shares.stream().filter(step -> step > share).findFirst().orElse(1.0);
    };
  }
}
