package io.credence.predict;

import io.credence.expression.Expression;
import io.credence.expression.ExpressionException;
import io.credence.expression.Scope;
import io.credence.expression.Symbol;
import io.credence.expression.Symbol.Dimension;
import io.credence.model.Feature;
import io.credence.model.FeatureType;
import io.credence.posterior.ConstantData;
import io.credence.posterior.ParameterDraws;
import io.credence.posterior.Posterior;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
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

  private static final double[] UNUSED = {};

  /**
   * What a key with a fault names, which is reported as such: it may be meant for any parameter.
   */
  private static final String ANY = "";

  private final ExpressionModel model;
  private final int numSamples;
  private final Map<String, Symbol> symbols = new HashMap<>();
  private final Map<String, List<String>> outputs = new HashMap<>();

  /** By feature, what its policies name. */
  private final Map<String, Set<String>> substituted = new HashMap<>();

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
    if (known != null || isDrawnLater(name)) {
      return Optional.ofNullable(known);
    }
    Optional<Symbol> found = tensor(name).<Symbol>map(tensor -> tensor).or(() -> output(name));
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

  /** Lets later expressions use what was drawn. */
  void add(String name, Symbol drawn) {
    symbols.put(name, drawn);
  }

  /** Lets later outputs use this one, where its name stands for nothing else. */
  void addOutput(String name, List<String> classes) {
    outputs.put(name, classes);
  }

  /** A column is made for those that are used. */
  private Optional<Symbol> output(String name) {
    List<String> classes = outputs.get(name);
    return classes == null
        ? Optional.empty()
        : Optional.of(new Symbol.Drawn(name, new double[numSamples], classes));
  }

  /** Where expressions look for the samples of an output; of length 0 when none does. */
  double[] columnOfOutput(String name) {
    boolean used = !model.draw().containsKey(name) && outputs.containsKey(name);
    return used && symbols.get(name) instanceof Symbol.Drawn drawn ? drawn.column() : UNUSED;
  }

  /** An output that only hands on what has its name is no other thing. */
  @Override
  public Optional<String> ambiguity(String name) {
    boolean handedOn =
        model.predictions().get(name) instanceof Expression.Name same && same.text().equals(name);
    if (!outputs.containsKey(name) || handedOn) {
      return Optional.empty();
    }
    boolean step = model.let().containsKey(name) || model.draw().containsKey(name);
    boolean feature = model.features().stream().anyMatch(each -> each.name().equals(name));
    return step || feature || tensor(name).isPresent()
        ? Optional.of(
            "'%s' could be the output or the %s of this name; rename one of them"
                .formatted(name, step ? "step" : feature ? "feature" : "parameter"))
        : Optional.empty();
  }

  @Override
  public boolean isDrawnLater(String name) {
    return model.draw().containsKey(name) && !symbols.containsKey(name);
  }

  @Override
  public List<String> labels(String coordinate) {
    return model.posterior().labels(coordinate);
  }

  @Override
  public Set<String> names() {
    Set<String> names = new TreeSet<>(symbols.keySet());
    names.addAll(outputs.keySet());
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
    Set<String> named = substituted.computeIfAbsent(feature, this::substituted);
    return named.contains(tensor) || named.contains(ANY);
  }

  private Set<String> substituted(String feature) {
    Set<String> named = new HashSet<>();
    for (String key : model.unseen().getOrDefault(feature, Map.of()).keySet()) {
      try {
        named.addAll(PolicyKey.parse(key, model.posterior()).parameters());
      } catch (ExpressionException e) {
        named.add(ANY);
      }
    }
    return named;
  }

  private Symbol.Tensor parameter(ParameterDraws parameter) {
    int draws = Math.min(numSamples, parameter.draws());
    return new Symbol.Tensor(
        parameter.name(),
        dimensions(parameter.dims(), parameter.shape()),
        parameter.columns(draws),
        draws);
  }

  private Symbol.Tensor constant(ConstantData constant) {
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
