package io.credence.model;

import io.credence.expression.Expression;
import io.credence.posterior.Posterior;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A Bayesian model that was fitted elsewhere, ready to be compiled for scoring. Immutable.
 *
 * @param name its name
 * @param version its version
 * @param digest identifies it to the bit
 * @param target what it predicts; the output columns are named after it
 * @param features what it needs of a record, in the order in which the model declares them
 * @param let named steps, in the order in which the model declares them
 * @param predict a call of a distribution, or a plain expression whose values are the prediction
 * @param unseen for each feature whose unseen levels are not rejected: what stands in for each
 *     parameter that is indexed by it
 * @param posterior draws, constants and coordinates
 */
public record Model(
    String name,
    String version,
    ModelDigest digest,
    String target,
    List<Feature> features,
    Map<String, Expression> let,
    Expression predict,
    Map<String, Map<String, Expression>> unseen,
    Posterior posterior) {

  public Model {
    features = List.copyOf(features);
    let = Collections.unmodifiableMap(new LinkedHashMap<>(let));
    unseen = Collections.unmodifiableMap(new LinkedHashMap<>(unseen));
  }

  /**
   * What stands in for a parameter when a level is unseen.
   *
   * @throws IllegalArgumentException when the model has no such policy
   */
  public Expression substitute(String feature, String parameter) {
    Map<String, Expression> policy = unseen.getOrDefault(feature, Map.of());
    Expression expression = policy.get(parameter);
    if (expression == null) {
      throw new IllegalArgumentException("No policy for %s by %s".formatted(parameter, feature));
    }
    return expression;
  }

  /** Whether at least one feature may have levels that the model was not trained on. */
  public boolean acceptsUnseenLevels() {
    return !unseen.isEmpty();
  }
}
