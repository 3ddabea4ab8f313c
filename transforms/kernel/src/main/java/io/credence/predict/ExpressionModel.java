package io.credence.predict;

import io.credence.expression.Expression;
import io.credence.model.Feature;
import io.credence.model.Model;
import io.credence.model.ModelDescription;
import io.credence.model.Sampler;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * A model that is said in expressions. Immutable.
 *
 * @param let named steps, in the order in which the model declares them
 * @param predict a call of a distribution, or a plain expression whose values are the prediction
 * @param unseen for each feature whose unseen levels are not rejected: what stands in for each
 *     parameter that is indexed by it
 */
public record ExpressionModel(
    ModelDescription description,
    Map<String, Expression> let,
    Expression predict,
    Map<String, Map<String, Expression>> unseen)
    implements Model {

  public ExpressionModel {
    let = Collections.unmodifiableMap(new LinkedHashMap<>(let));
    unseen = Collections.unmodifiableMap(new LinkedHashMap<>(unseen));
  }

  /**
   * {@inheritDoc}
   *
   * @throws IllegalArgumentException when the model does not compile, which its loader rules out
   */
  @Override
  public Sampler sampler(int numSamples) {
    try {
      return Program.compile(this, numSamples);
    } catch (ProgramException e) {
      throw new IllegalArgumentException(e.getMessage(), e);
    }
  }

  @Override
  public boolean acceptsUnseen(Feature feature) {
    return unseen.containsKey(feature.name());
  }

  /**
   * What stands in for a parameter when a level is unseen.
   *
   * @throws IllegalArgumentException when the model has no such policy
   */
  Expression substitute(String feature, String parameter) {
    Map<String, Expression> policy = unseen.getOrDefault(feature, Map.of());
    Expression expression = policy.get(parameter);
    if (expression == null) {
      throw new IllegalArgumentException("No policy for %s by %s".formatted(parameter, feature));
    }
    return expression;
  }
}
