package io.credence.predict;

import io.credence.expression.Expression;
import io.credence.model.Feature;
import io.credence.model.Model;
import io.credence.model.ModelDescription;
import io.credence.model.Output;
import io.credence.model.Sampler;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A model that is said in expressions. Immutable.
 *
 * @param let named steps, in the order in which the model declares them
 * @param draw random steps, which are drawn in this order: each a call of a distribution
 * @param predict of a model with one output, a call of a distribution, or a plain expression whose
 *     values are the prediction; null when there are {@code several}
 * @param several likewise, by the name of the output, of which a later one may use an earlier one;
 *     empty when there is {@code predict}
 * @param unseen for each feature whose unseen levels are not rejected: what stands in for each
 *     parameter that is indexed by it, by its name, an element such as {@code ab[county, 0]}, or a
 *     list of elements
 */
public record ExpressionModel(
    ModelDescription description,
    Map<String, Expression> let,
    Map<String, Expression> draw,
    @Nullable Expression predict,
    Map<String, Expression> several,
    Map<String, Map<String, Expression>> unseen)
    implements Model {

  public ExpressionModel {
    if ((predict == null) == several.isEmpty()) {
      throw new IllegalArgumentException("There must be either predict or outputs");
    }
    let = Collections.unmodifiableMap(new LinkedHashMap<>(let));
    draw = Collections.unmodifiableMap(new LinkedHashMap<>(draw));
    several = Collections.unmodifiableMap(new LinkedHashMap<>(several));
    unseen = Collections.unmodifiableMap(new LinkedHashMap<>(unseen));
  }

  /**
   * The same model, whose description says of which kinds its outputs are, as its expressions have
   * it.
   *
   * @param faulty the names of features with a fault that was reported
   * @throws ProgramException with all faults of its expressions, but for those that may follow from
   *     a faulty feature; there may be none then
   */
  public ExpressionModel typed(Set<String> faulty) throws ProgramException {
    List<Output> kinds = Program.compile(this, 1, faulty).outputs();
    return new ExpressionModel(description.withOutputs(kinds), let, draw, predict, several, unseen);
  }

  /** The expression of each output, by its name. */
  Map<String, Expression> predictions() {
    return predict == null ? several : Map.of(target(), predict);
  }

  /** Where the expression of an output stands. */
  String part(String output) {
    return predict == null ? "outputs." + output : "predict";
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

  @Override
  public Set<String> usedParameters() {
    List<Expression> used = new ArrayList<>(predictions().values());
    used.addAll(draw.values());
    unseen.values().forEach(policies -> used.addAll(policies.values()));
    Set<String> names = new HashSet<>(Mentions.of(used, let).all());
    // The name of a step is not that of a parameter that it hides.
    names.removeAll(let.keySet());
    names.removeAll(draw.keySet());
    names.retainAll(Model.super.usedParameters());
    return names;
  }
}
