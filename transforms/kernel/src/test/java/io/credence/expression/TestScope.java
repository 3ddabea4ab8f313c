package io.credence.expression;

import io.credence.expression.Symbol.Dimension;
import io.credence.expression.Symbol.LevelFeature;
import io.credence.expression.Symbol.NumberFeature;
import io.credence.expression.Symbol.Tensor;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/** A scope that tests fill by hand. Features get their slots in the order of their addition. */
final class TestScope implements Scope {

  private final Map<String, Symbol> symbols = new HashMap<>();
  private final Set<String> policies = new HashSet<>();
  private final Set<String> substitutes = new HashSet<>();
  private int slots;

  TestScope number(String name) {
    symbols.put(name, new NumberFeature(name, slots++, false, Double.POSITIVE_INFINITY));
    return this;
  }

  TestScope number(String name, double max) {
    symbols.put(name, new NumberFeature(name, slots++, false, max));
    return this;
  }

  TestScope truth(String name) {
    symbols.put(name, new NumberFeature(name, slots++, true, Double.POSITIVE_INFINITY));
    return this;
  }

  TestScope levels(String name, String... levels) {
    symbols.put(name, new LevelFeature(name, slots++, List.of(levels), true, null));
    return this;
  }

  TestScope texts(String name, String... levels) {
    symbols.put(name, new LevelFeature(name, slots++, List.of(levels), false, null));
    return this;
  }

  /** Texts of which treatment coding leaves one out. */
  TestScope coded(String name, String reference, String... levels) {
    symbols.put(name, new LevelFeature(name, slots++, List.of(levels), false, reference));
    return this;
  }

  TestScope vector(String name, int size) {
    symbols.put(name, new Symbol.VectorFeature(name, slots++, size));
    return this;
  }

  /** A parameter without dimensions. */
  TestScope parameter(String name, double... draws) {
    symbols.put(name, new Tensor(name, List.of(), draws, draws.length));
    return this;
  }

  TestScope parameter(String name, List<Dimension> dimensions, double... values) {
    symbols.put(name, new Tensor(name, dimensions, values, Evaluation.DRAWS));
    return this;
  }

  TestScope constant(String name, List<Dimension> dimensions, double... values) {
    symbols.put(name, new Tensor(name, dimensions, values, 0));
    return this;
  }

  TestScope let(String name, String source) throws ExpressionException {
    symbols.put(name, new Symbol.Let(Parser.parse(source)));
    return this;
  }

  /** Unseen levels of the feature are accepted, and there are substitutes for these tensors. */
  TestScope policy(String feature, String... tensors) {
    policies.add(feature);
    Stream.of(tensors).forEach(tensor -> substitutes.add(feature + "/" + tensor));
    return this;
  }

  static Dimension dimension(String name, int size, String... labels) {
    return new Dimension(name, size, List.of(labels));
  }

  @Override
  public Optional<Symbol> resolve(String name) {
    return Optional.ofNullable(symbols.get(name));
  }

  @Override
  public Optional<String> unusable(String parameter) {
    return Optional.empty();
  }

  @Override
  public Set<String> names() {
    return new TreeSet<>(symbols.keySet());
  }

  @Override
  public boolean hasSubstitute(String feature, String tensor) {
    return substitutes.contains(feature + "/" + tensor);
  }

  @Override
  public Optional<Tensor> hidden(String name) {
    return Optional.empty();
  }

  @Override
  public boolean hasPolicy(String feature) {
    return policies.contains(feature);
  }
}
