package io.credence.expression;

import io.credence.expression.Expression.Index;
import io.credence.expression.Expression.Name;
import io.credence.expression.Expression.Whole;
import io.credence.expression.Symbol.LevelFeature;
import io.credence.expression.Symbol.Tensor;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Compiles {@code target[index, …]}: an element of an array, or those along some of its axes. */
final class IndexCompiler {

  private final Compiler compiler;
  private final Scope scope;
  private final Values values;
  private final AxisCompiler axes;

  /** With their columns. */
  private final Map<Substitution, double[]> substitutions = new LinkedHashMap<>();

  IndexCompiler(Compiler compiler, Scope scope, Values values) {
    this.compiler = compiler;
    this.scope = scope;
    this.values = values;
    this.axes = new AxisCompiler(values);
  }

  Map<Substitution, double[]> substitutions() {
    return Collections.unmodifiableMap(substitutions);
  }

  Value compile(Index index) throws ExpressionException {
    Name target = index.target();
    Symbol symbol = compiler.resolve(target);
    Tensor tensor = symbol instanceof Tensor found ? found : null;
    Value value = tensor == null ? compiler.value(target) : new WholeTensor(tensor, values.draws());
    if (!(value instanceof Array array)) {
      throw new TypeFault(
          "'%s' is %s and can't be indexed%s"
              .formatted(target.text(), value.kind(), Hidden.remedy(target.text(), symbol, scope)),
          target.offset());
    }
    List<Expression> indices = index.indices();
    if (indices.size() > array.shape().rank()) {
      throw wrongCount(array, index);
    }
    int rank = array.shape().rank();
    Axis[] found = new Axis[rank];
    Value[] compiled = new Value[rank];
    List<Integer> free = new ArrayList<>();
    List<DrawnIndex> drawn = new ArrayList<>();
    for (int i = 0; i < rank; i++) {
      if (i >= indices.size() || indices.get(i) instanceof Whole) {
        free.add(i);
      } else {
        int offset = indices.get(i).offset();
        compiled[i] = compiler.value(indices.get(i));
        Symbol.Drawn one = DrawnIndex.drawn(compiled[i]);
        if (one != null) {
          DrawnIndex.require(target.text(), array.shape().axis(i), one, offset);
          drawn.add(new DrawnIndex(free.size(), one.column(), target.text()));
          free.add(i);
          continue;
        }
        found[i] = axes.axis(target.text(), array.shape().axis(i), compiled[i], offset);
      }
    }
    Shape shape = new Shape(free.stream().map(array.shape()::axis).toList());
    int[] offsets = array.shape().offsets(free);
    double[][][] substitutes = new double[rank][0][];
    for (int i = 0; i < rank; i++) {
      if (compiled[i] instanceof Level level && scope.hasPolicy(level.feature().name())) {
        requireSubstitute(level.feature(), tensor, target.text(), indices.get(i).offset());
        substitutes[i] = substitutes(level.feature(), array, found, compiled, offsets, target);
      }
    }
    Array chosen = new Selection(array, shape, found, offsets, substitutes, values.draws());
    // From the last one on, so that the axes before it keep their places.
    for (int i = drawn.size() - 1; i >= 0; i--) {
      chosen = new DrawnSelection(chosen, drawn.get(i), values.draws());
    }
    return values.simplified(chosen);
  }

  private void requireSubstitute(
      LevelFeature feature, @Nullable Tensor tensor, String array, int offset)
      throws ExpressionException {
    if (tensor == null) {
      throw new ExpressionException(
          "%s is no parameter, so unseen.%s can't say what it is for an unseen level: index the parameters that it is made of"
              .formatted(array, feature.name()),
          offset);
    }
    if (!scope.hasSubstitute(feature.name(), array)) {
      throw new ExpressionException(
          "%s is indexed by '%s', whose unseen levels are not rejected: unseen.%s must say what %s is then"
              .formatted(array, feature.name(), feature.name(), array),
          offset);
    }
  }

  /** A column for each element that the indices leave. */
  private double[][] substitutes(
      LevelFeature feature,
      Array array,
      Axis[] found,
      Value[] indices,
      int[] offsets,
      Name target) {
    List<Integer> slots = new ArrayList<>();
    for (Value index : indices) {
      slots.add(slot(index));
    }
    int[] strides = array.shape().strides();
    double[][] columns = new double[offsets.length][];
    for (int element = 0; element < offsets.length; element++) {
      List<Integer> positions = new ArrayList<>();
      for (int i = 0; i < found.length; i++) {
        positions.add(
            found[i] == null
                ? offsets[element] / strides[i] % array.shape().axis(i).size()
                : found[i].fixedPosition());
      }
      Substitution wanted =
          new Substitution(feature.name(), feature.slot(), target.text(), positions, slots);
      columns[element] = substitutions.computeIfAbsent(wanted, key -> new double[values.draws()]);
    }
    return columns;
  }

  /** That of the feature that is an index by itself. */
  private static int slot(@Nullable Value index) {
    if (index instanceof Level level) {
      return level.feature().slot();
    }
    return index instanceof FeatureOperand operand ? operand.feature().slot() : Substitution.NONE;
  }

  private static ExpressionException wrongCount(Array array, Index index) {
    int rank = array.shape().rank();
    int given = index.indices().size();
    String dimensions =
        switch (rank) {
          case 0 -> "no dimensions";
          case 1 -> "1 dimension " + array.shape();
          default -> rank + " dimensions " + array.shape();
        };
    return new ExpressionException(
        "%s has %s, but %s given"
            .formatted(
                index.target().text(),
                dimensions,
                given == 1 ? "1 index is" : given + " indices are"),
        index.offset());
  }
}
