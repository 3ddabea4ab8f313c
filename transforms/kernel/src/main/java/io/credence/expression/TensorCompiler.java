package io.credence.expression;

import io.credence.draws.Thinning;
import io.credence.expression.Expression.Index;
import io.credence.expression.Expression.Name;
import io.credence.expression.Symbol.Dimension;
import io.credence.expression.Symbol.LevelFeature;
import io.credence.expression.Symbol.Tensor;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Compiles the use of parameters and constants: as a scalar, indexed, or as a vector in a dot. */
final class TensorCompiler {

  private static final double[][] NO_SUBSTITUTES = {};

  private final Compiler compiler;
  private final Scope scope;
  private final AxisCompiler axes;
  private final int draws;

  private int[] positions = {};

  /** With their columns. */
  private final Map<Substitution, double[]> substitutions = new LinkedHashMap<>();

  TensorCompiler(Compiler compiler, Scope scope, int draws) {
    this.compiler = compiler;
    this.scope = scope;
    this.axes = new AxisCompiler(compiler);
    this.draws = draws;
  }

  Map<Substitution, double[]> substitutions() {
    return Collections.unmodifiableMap(substitutions);
  }

  /** A tensor without indices: it must have one element, whatever its shape. */
  Operand scalar(Tensor tensor, int offset) throws ExpressionException {
    if (tensor.dimensions().stream().anyMatch(dimension -> dimension.size() != 1)) {
      throw new ExpressionException(
          "%s has the dimensions %s and must be indexed".formatted(tensor.name(), shape(tensor)),
          offset);
    }
    Axis[] axes = tensor.dimensions().stream().map(one -> Axis.at(0)).toArray(Axis[]::new);
    return select(tensor, axes, NO_SUBSTITUTES, room(tensor));
  }

  /** {@code tensor[index, …]}. */
  Operand indexed(Index index) throws ExpressionException {
    Tensor tensor = tensor(index.target());
    if (index.indices().size() != tensor.dimensions().size()) {
      throw wrongCount(tensor, index);
    }
    return select(tensor, index, List.of(), room(tensor));
  }

  /** A vector in a dot: {@code beta}, or {@code beta[category]} with its last axis left out. */
  List<Operand> vector(Expression expression) throws ExpressionException {
    Index index = asIndex(expression);
    Tensor tensor = tensor(index.target());
    int rank = tensor.dimensions().size();
    if (index.indices().size() != rank - 1) {
      throw wrongCount(tensor, index);
    }
    // A dot is done with each element before it asks for the next.
    double[] room = room(tensor);
    List<Operand> vector = new ArrayList<>();
    for (int i = 0; i < tensor.dimensions().get(rank - 1).size(); i++) {
      vector.add(select(tensor, index, List.of(i), room));
    }
    return vector;
  }

  /** The labels of the elements of a vector; empty when it has none. */
  List<String> lastLabels(Expression vector) throws ExpressionException {
    List<Dimension> dimensions = tensor(asIndex(vector).target()).dimensions();
    return dimensions.get(dimensions.size() - 1).labels();
  }

  private static Index asIndex(Expression expression) throws ExpressionException {
    if (expression instanceof Index index) {
      return index;
    }
    if (expression instanceof Name name) {
      return new Index(name, List.of(), name.offset());
    }
    throw new ExpressionException(
        "An argument of dot must be a parameter, or a list such as [x1, x2]", expression.offset());
  }

  private Tensor tensor(Name name) throws ExpressionException {
    if (compiler.resolve(name) instanceof Tensor tensor) {
      return tensor;
    }
    throw new ExpressionException(
        "'%s' is neither a parameter nor a constant and can't be indexed".formatted(name.text()),
        name.offset());
  }

  /** For a column that does not stand among the values as it is. */
  private double[] room(Tensor tensor) {
    return new double[tensor.draws() == draws ? 0 : draws];
  }

  /** The element that the indices, and behind them the trailing positions, stand for. */
  private Operand select(Tensor tensor, Index index, List<Integer> trailing, double[] room)
      throws ExpressionException {
    Axis[] axes = new Axis[tensor.dimensions().size()];
    int given = index.indices().size();
    for (int i = 0; i < given; i++) {
      axes[i] = this.axes.axis(tensor, tensor.dimensions().get(i), index.indices().get(i));
    }
    for (int i = 0; i < trailing.size(); i++) {
      axes[given + i] = Axis.at(trailing.get(i));
    }
    return select(tensor, axes, substitutes(tensor, index, axes), room);
  }

  private Operand select(Tensor tensor, Axis[] axes, double[][] substitutes, double[] room) {
    Element element = new Element(axes, strides(tensor), substitutes, tensor.values(), draws);
    if (tensor.draws() == draws) {
      return element.column();
    }
    if (tensor.isParameter()) {
      return element.repeated(tensor.draws(), positions(tensor.draws()), room);
    }
    boolean substituted = Arrays.stream(substitutes).anyMatch(column -> column.length > 0);
    return substituted ? element.broadcast(room) : element.scalar();
  }

  /** All parameters have as many draws, and a vector has many elements. */
  private int[] positions(int elementDraws) {
    if (positions.length == 0) {
      positions = Thinning.positions(draws, elementDraws);
    }
    return positions;
  }

  /** For each axis, what stands in when its level is unseen; empty when it never is. */
  private double[][] substitutes(Tensor tensor, Index index, Axis[] axes)
      throws ExpressionException {
    double[][] substitutes = new double[axes.length][0];
    List<Integer> positions = Arrays.stream(axes).map(Axis::fixedPosition).toList();
    List<Integer> slots = slots(index, axes.length);
    for (int i = 0; i < index.indices().size(); i++) {
      Expression each = index.indices().get(i);
      LevelFeature feature = this.axes.levelFeature(each);
      if (feature != null && scope.hasPolicy(feature.name())) {
        substitutes[i] = substitute(feature, tensor, positions, slots, each.offset());
      }
    }
    return substitutes;
  }

  private List<Integer> slots(Index index, int rank) throws ExpressionException {
    List<Integer> slots = new ArrayList<>(Collections.nCopies(rank, Substitution.NONE));
    for (int i = 0; i < index.indices().size(); i++) {
      slots.set(i, axes.slot(index.indices().get(i)));
    }
    return slots;
  }

  private double[] substitute(
      LevelFeature feature, Tensor tensor, List<Integer> positions, List<Integer> slots, int offset)
      throws ExpressionException {
    if (!scope.hasSubstitute(feature.name(), tensor.name())) {
      throw new ExpressionException(
          "%s is indexed by '%s', whose unseen levels are not rejected: unseen.%s must say what %s is then"
              .formatted(tensor.name(), feature.name(), feature.name(), tensor.name()),
          offset);
    }
    Substitution wanted =
        new Substitution(feature.name(), feature.slot(), tensor.name(), positions, slots);
    return substitutions.computeIfAbsent(wanted, key -> new double[draws]);
  }

  private static int[] strides(Tensor tensor) {
    int[] strides = new int[tensor.dimensions().size()];
    int stride = 1;
    for (int i = strides.length - 1; i >= 0; i--) {
      strides[i] = stride;
      stride *= tensor.dimensions().get(i).size();
    }
    return strides;
  }

  private static ExpressionException wrongCount(Tensor tensor, Index index) {
    int rank = tensor.dimensions().size();
    int given = index.indices().size();
    String dimensions =
        switch (rank) {
          case 0 -> "no dimensions";
          case 1 -> "1 dimension " + shape(tensor);
          default -> rank + " dimensions " + shape(tensor);
        };
    return new ExpressionException(
        "%s has %s, but %s given"
            .formatted(
                tensor.name(), dimensions, given == 1 ? "1 index is" : given + " indices are"),
        index.offset());
  }

  private static String shape(Tensor tensor) {
    return tensor.dimensions().stream()
        .map(dimension -> dimension.name() + " " + dimension.size())
        .collect(Collectors.joining(", ", "(", ")"));
  }
}
