package io.credence.expression;

import io.credence.model.Inputs;
import java.util.List;

/**
 * A place in a program where an indexed parameter must be replaced when a level is unseen.
 *
 * @param feature the feature with the unseen level
 * @param slot the feature's position in {@link Inputs}
 * @param tensor the parameter that is indexed by it
 * @param positions on each axis, the position that is fixed in the expression, or -1; so each
 *     coefficient of a {@code dot}, or of {@code theta[region, 0]} and {@code theta[region, 1]},
 *     gets a substitute of its own
 * @param slots on each axis, the position in {@link Inputs} of the feature that is the index, or
 *     {@link #NONE}; records in which such a feature differs use different elements
 */
public record Substitution(
    String feature, int slot, String tensor, List<Integer> positions, List<Integer> slots) {

  /** In the place of a slot on an axis that no feature alone is the index of. */
  public static final int NONE = -1;
}
