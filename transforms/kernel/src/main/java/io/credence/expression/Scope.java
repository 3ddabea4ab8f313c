package io.credence.expression;

import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The names that an expression may use. */
public interface Scope {

  Optional<Symbol> resolve(String name);

  /**
   * Why a parameter can't be used, such as draws that are not finite; empty when it can. It is
   * asked of what expressions use alone.
   */
  Optional<String> unusable(String parameter);

  /** All names, for suggestions. */
  Set<String> names();

  /** The parameter or constant of a name that stands for a step or a feature here. */
  Optional<Symbol.Tensor> hidden(String name);

  /** The labels of a coordinate of the posterior; empty when there is none of this name. */
  default List<String> labels(String coordinate) {
    return List.of();
  }

  /** What a name could mean as well, where neither meaning is more likely than the other. */
  default Optional<String> ambiguity(String name) {
    return Optional.empty();
  }

  /** Whether a name is that of a random step that is drawn later than what is being compiled. */
  default boolean isDrawnLater(String name) {
    return false;
  }

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
