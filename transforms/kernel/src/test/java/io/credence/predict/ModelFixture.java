package io.credence.predict;

import io.credence.expression.Expression;
import io.credence.expression.ExpressionException;
import io.credence.expression.Parser;
import io.credence.model.Feature;
import io.credence.model.FeatureType;
import io.credence.model.ModelDescription;
import io.credence.model.ModelDigest;
import io.credence.model.Output;
import io.credence.posterior.ConstantData;
import io.credence.posterior.Coordinate;
import io.credence.posterior.ParameterDraws;
import io.credence.posterior.Posterior;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Models for tests, made by hand: with one chain of four draws, and expressions as text. */
public final class ModelFixture {

  /** Draws per parameter. */
  public static final int DRAWS = 4;

  private static final double INFINITY = Double.POSITIVE_INFINITY;

  private final List<Feature> features = new ArrayList<>();
  private final List<ParameterDraws> parameters = new ArrayList<>();
  private final List<ConstantData> constants = new ArrayList<>();
  private final List<Coordinate> coordinates = new ArrayList<>();
  private final Map<String, Expression> let = new LinkedHashMap<>();
  private final Map<String, Expression> draw = new LinkedHashMap<>();
  private final Map<String, Expression> outputs = new LinkedHashMap<>();
  private final Map<String, Map<String, Expression>> unseen = new LinkedHashMap<>();
  private final byte[] digest = new byte[32];
  private @Nullable Expression predict;

  /** A model that predicts what the expression says. */
  public static ModelFixture predicting(String source) {
    ModelFixture fixture = new ModelFixture();
    fixture.predict = parsed(source);
    return fixture;
  }

  /** A model without an output as yet. */
  public static ModelFixture withOutputs() {
    return new ModelFixture();
  }

  public ModelFixture output(String name, String source) {
    outputs.put(name, parsed(source));
    return this;
  }

  public ModelFixture draw(String name, String source) {
    draw.put(name, parsed(source));
    return this;
  }

  public ModelFixture number(String name) {
    features.add(Feature.of(name, FeatureType.DOUBLE, -INFINITY, INFINITY, List.of(), null));
    return this;
  }

  public ModelFixture feature(Feature feature) {
    features.add(feature);
    return this;
  }

  public ModelFixture texts(String name, String... levels) {
    return feature(
        Feature.of(name, FeatureType.STRING, -INFINITY, INFINITY, List.of(levels), null));
  }

  public ModelFixture ints(String name, String... levels) {
    return feature(Feature.of(name, FeatureType.INT, -INFINITY, INFINITY, List.of(levels), null));
  }

  public ModelFixture parameter(String name, double... draws) {
    parameters.add(ParameterDraws.scalar(name, draws));
    return this;
  }

  /** A parameter with one element per position of a dimension. */
  public ModelFixture vector(String name, String dimension, double... values) {
    int size = values.length / DRAWS;
    parameters.add(ParameterDraws.of(name, List.of(dimension), new int[] {size}, DRAWS, values));
    return this;
  }

  public ModelFixture matrix(String name, int rows, int columns, double... values) {
    List<String> dimensions = List.of(name + "_row", name + "_column");
    parameters.add(ParameterDraws.of(name, dimensions, new int[] {rows, columns}, DRAWS, values));
    return this;
  }

  public ModelFixture constant(String name, double value) {
    constants.add(ConstantData.scalar(name, value));
    return this;
  }

  public ModelFixture coordinate(String name, String... labels) {
    coordinates.add(new Coordinate(name, List.of(labels)));
    return this;
  }

  public ModelFixture let(String name, String source) {
    let.put(name, parsed(source));
    return this;
  }

  public ModelFixture unseen(String feature, String parameter, String source) {
    unseen.computeIfAbsent(feature, any -> new LinkedHashMap<>()).put(parameter, parsed(source));
    return this;
  }

  /** Sets the first byte of the digest, which is all zeros otherwise. */
  public ModelFixture digest(int first) {
    digest[0] = (byte) first;
    return this;
  }

  /** The model; where its expressions have faults, its outputs are real numbers. */
  public ExpressionModel model() {
    Posterior posterior = Posterior.of(1, DRAWS, parameters, constants, coordinates);
    List<String> names = outputs.isEmpty() ? List.of("y") : List.copyOf(outputs.keySet());
    ModelDescription description =
        new ModelDescription(
            "fixture",
            "1.0",
            ModelDigest.of(digest),
            names.stream().map(Output::real).toList(),
            features,
            posterior);
    ExpressionModel model = new ExpressionModel(description, let, draw, predict, outputs, unseen);
    try {
      return model.typed(Set.of());
    } catch (ProgramException e) {
      return model;
    }
  }

  private static Expression parsed(String source) {
    try {
      return Parser.parse(source);
    } catch (ExpressionException e) {
      throw new IllegalArgumentException(source, e);
    }
  }
}
