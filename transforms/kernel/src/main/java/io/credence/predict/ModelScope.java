package io.credence.predict;

import io.credence.expression.Scope;
import io.credence.expression.Symbol;
import io.credence.expression.Symbol.Dimension;
import io.credence.model.Feature;
import io.credence.model.FeatureType;
import io.credence.posterior.Constant;
import io.credence.posterior.Posterior;
import io.credence.posterior.Variable;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * The names of a model. Let steps come before features, features before parameters, and those
 * before constants: a training set often stands in constant_data under the very names of the
 * features, and a Deterministic of the training model under that of a step.
 */
final class ModelScope implements Scope {

  private final ExpressionModel model;
  private final int numSamples;
  private final Map<String, Symbol> symbols = new HashMap<>();

  /**
   * @param numSamples the length of a column
   */
  ModelScope(ExpressionModel model, int numSamples) {
    this.model = model;
    this.numSamples = numSamples;
    model.let().forEach((name, step) -> symbols.put(name, new Symbol.Let(step)));
    for (int slot = 0; slot < model.features().size(); slot++) {
      symbols.put(model.features().get(slot).name(), feature(model.features().get(slot), slot));
    }
  }

  private static Symbol feature(Feature feature, int slot) {
    if (feature.hasLevels()) {
      return new Symbol.LevelFeature(
          feature.name(),
          slot,
          feature.levels(),
          feature.type() != FeatureType.STRING,
          feature.reference());
    }
    return feature.type() == FeatureType.VECTOR
        ? new Symbol.VectorFeature(feature.name(), slot, feature.size())
        : new Symbol.NumberFeature(
            feature.name(), slot, feature.type() == FeatureType.BOOL, feature.max());
  }

  /**
   * The columns of a parameter are asked for when an expression first uses it: a model may have
   * many.
   */
  @Override
  public Optional<Symbol> resolve(String name) {
    Symbol known = symbols.get(name);
    if (known != null) {
      return Optional.of(known);
    }
    Optional<Symbol> found = tensor(name).map(tensor -> tensor);
    found.ifPresent(symbol -> symbols.put(name, symbol));
    return found;
  }

  @Override
  public Optional<String> unusable(String name) {
    return model
        .posterior()
        .parameter(name)
        .filter(parameter -> parameter.notFinite() > 0)
        .map(
            parameter ->
                "The draws of %s must be finite, but %s of %s are NaN or infinite. Look at the fit"
                    .formatted(name, parameter.notFinite(), parameter.values().length));
  }

  private Optional<Symbol.Tensor> tensor(String name) {
    Posterior posterior = model.posterior();
    return posterior
        .parameter(name)
        .map(this::parameter)
        .or(() -> posterior.constant(name).map(this::constant));
  }

  @Override
  public Set<String> names() {
    Set<String> names = new TreeSet<>(symbols.keySet());
    model.posterior().parameters().forEach(parameter -> names.add(parameter.name()));
    model.posterior().constants().forEach(constant -> names.add(constant.name()));
    return names;
  }

  @Override
  public Optional<Symbol.Tensor> hidden(String name) {
    return symbols.get(name) instanceof Symbol.Tensor ? Optional.empty() : tensor(name);
  }

  @Override
  public boolean hasPolicy(String feature) {
    return model.unseen().containsKey(feature);
  }

  @Override
  public boolean hasSubstitute(String feature, String tensor) {
    return model.unseen().getOrDefault(feature, Map.of()).containsKey(tensor);
  }

  private Symbol.Tensor parameter(Variable parameter) {
    int draws = Math.min(numSamples, parameter.draws());
    return new Symbol.Tensor(
        parameter.name(),
        dimensions(parameter.dims(), parameter.shape()),
        parameter.columns(draws),
        draws);
  }

  private Symbol.Tensor constant(Constant constant) {
    return new Symbol.Tensor(
        constant.name(), dimensions(constant.dims(), constant.shape()), constant.values(), 0);
  }

  private List<Dimension> dimensions(List<String> names, int[] shape) {
    List<Dimension> dimensions = new ArrayList<>();
    for (int i = 0; i < shape.length; i++) {
      List<String> labels = model.posterior().labels(names.get(i));
      dimensions.add(new Dimension(names.get(i), shape[i], labels));
    }
    return dimensions;
  }
}
