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
  private final NameCompiler names;
  private final Scope scope;
  private final Values values;
  private final AxisCompiler axes;

  /** With their columns. */
  private final Map<Substitution, double[]> substitutions = new LinkedHashMap<>();

  IndexCompiler(Compiler compiler, NameCompiler names, Scope scope, Values values) {
    this.compiler = compiler;
    this.names = names;
    this.scope = scope;
    this.values = values;
    this.axes = new AxisCompiler(values);
  }

  Map<Substitution, double[]> substitutions() {
    return Collections.unmodifiableMap(substitutions);
  }

  /**
   * What an index chooses.
   *
   * @param tensor null where the target is an array that is computed
   * @param found for each axis what finds the position, or null where all are chosen
   * @param compiled for each axis the index, or null likewise
   * @param free the axes of which all positions are chosen, or one that is drawn
   */
  @SuppressWarnings("ArrayRecordComponent") // Handed on, never compared.
  private record Choice(
      Name target,
      @Nullable Tensor tensor,
      Array array,
      Axis[] found,
      @Nullable Value[] compiled,
      List<Integer> free,
      List<DrawnIndex> drawn) {

    int[] offsets() {
      return array.shape().offsets(free);
    }
  }

  Value compile(Index index) throws ExpressionException {
    Choice choice = choose(index);
    Array array = choice.array();
    Shape shape = new Shape(choice.free().stream().map(array.shape()::axis).toList());
    double[][][] substitutes = new double[array.shape().rank()][0][];
    for (int i = 0; i < substitutes.length; i++) {
      if (choice.compiled()[i] instanceof Level level && scope.hasPolicy(level.feature().name())) {
        requireSubstitute(level.feature(), choice, index.indices().get(i).offset());
        substitutes[i] =
            places(level.feature(), choice).stream()
                .map(
                    place ->
                        substitutions.computeIfAbsent(place, key -> new double[values.draws()]))
                .toArray(double[][]::new);
      }
    }
    Array chosen =
        new Selection(array, shape, choice.found(), choice.offsets(), substitutes, values.draws());
    // From the last one on, so that the axes before it keep their places.
    for (int i = choice.drawn().size() - 1; i >= 0; i--) {
      chosen = new DrawnSelection(chosen, choice.drawn().get(i), values.draws());
    }
    return values.simplified(chosen);
  }

  /** The elements that an index chooses where a level of a feature is unseen. */
  List<Substitution> places(Index index, String feature) throws ExpressionException {
    Choice choice = choose(index);
    for (int i = 0; i < choice.found().length; i++) {
      if (choice.compiled()[i] instanceof Level level && level.feature().name().equals(feature)) {
        requireTensor(level.feature(), choice, index.indices().get(i).offset());
        return places(level.feature(), choice);
      }
    }
    throw new ExpressionException(
        "What stands in for an unseen level of '%s' must be indexed by it, as in %s[%s]"
            .formatted(feature, index.target().text(), feature),
        index.offset());
  }

  private Choice choose(Index index) throws ExpressionException {
    Name target = index.target();
    Symbol symbol = names.resolve(target);
    Tensor tensor = symbol instanceof Tensor found ? found : null;
    Value value = tensor == null ? compiler.value(target) : new WholeTensor(tensor, values.draws());
    if (!(value instanceof Array array)) {
      throw new TypeFault(
          "'%s' is %s and can't be indexed%s"
              .formatted(target.text(), value.kind(), Hidden.remedy(target.text(), symbol, scope)),
          target.offset());
    }
    values.effort().read(array, index.offset());
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
        if (found[i].mayBeZero() && !(array instanceof WholeTensor)) {
          throw new ExpressionException(
              "%s is computed, so it need not be 0 for the reference level: index the parameters that it is made of"
                  .formatted(target.text()),
              offset);
        }
      }
    }
    return new Choice(target, tensor, array, found, compiled, free, drawn);
  }

  private static void requireTensor(LevelFeature feature, Choice choice, int offset)
      throws ExpressionException {
    if (choice.tensor() == null) {
      throw new ExpressionException(
          "%s is no parameter, so unseen.%s can't say what it is for an unseen level: index the parameters that it is made of"
              .formatted(choice.target().text(), feature.name()),
          offset);
    }
  }

  private void requireSubstitute(LevelFeature feature, Choice choice, int offset)
      throws ExpressionException {
    requireTensor(feature, choice, offset);
    String array = choice.target().text();
    if (!scope.hasSubstitute(feature.name(), array)) {
      throw new ExpressionException(
          "%s is indexed by '%s', whose unseen levels are not rejected: unseen.%s must say what %s is then"
              .formatted(array, feature.name(), feature.name(), array),
          offset);
    }
  }

  /** One for each element that the indices leave. */
  private static List<Substitution> places(LevelFeature feature, Choice choice)
      throws ExpressionException {
    List<Integer> slots = new ArrayList<>();
    for (Value index : choice.compiled()) {
      slots.add(slot(index));
    }
    requireAddresses(choice, slots);
    Shape shape = choice.array().shape();
    int[] strides = shape.strides();
    List<Substitution> places = new ArrayList<>();
    for (int offset : choice.offsets()) {
      List<Integer> positions = new ArrayList<>();
      for (int i = 0; i < strides.length; i++) {
        Axis axis = choice.found()[i];
        positions.add(
            axis == null ? offset / strides[i] % shape.axis(i).size() : axis.fixedPosition());
      }
      places.add(
          new Substitution(
              feature.name(), feature.slot(), choice.target().text(), positions, slots));
    }
    return places;
  }

  /** Elements whose index is computed would have one address, and so one effect. */
  private static void requireAddresses(Choice choice, List<Integer> slots)
      throws ExpressionException {
    for (int i = 0; i < slots.size(); i++) {
      Axis axis = choice.found()[i];
      if (axis != null
          && axis.fixedPosition() == Axis.VARIES
          && slots.get(i) == Substitution.NONE) {
        throw new ExpressionException(
            "Where a level of %s may be unseen, each other index must be a feature by itself or fixed, but index %s is computed"
                .formatted(choice.target().text(), i),
            choice.target().offset());
      }
    }
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
