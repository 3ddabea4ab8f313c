package io.credence.expression;

import java.util.Optional;
import java.util.Set;

/** The names that an expression may use. */
public interface Scope {

  Optional<Symbol> resolve(String name);

  /** All names, for suggestions. */
  Set<String> names();

  /** Whether there is a constant of this name, though it may stand for a step or feature here. */
  boolean hasConstant(String name);

  /**
   * Whether the model says what a parameter is for an unseen level of a feature.
   *
   * @param feature a feature with levels
   * @param tensor a parameter that is indexed by it
   */
  boolean hasSubstitute(String feature, String tensor);

  /** Whether the model has a policy for unseen levels of a feature, rather than rejecting them. */
  boolean hasPolicy(String feature);
}
