package io.credence.expression;

import io.credence.expression.Symbol.Dimension;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.stream.IntStream;

/** Says whether the axes of arrays fit: by order, as in NumPy. */
final class Axes {

  private Axes() {}

  /** The axes of two arrays that are combined element by element. */
  static Shape same(Shape left, Shape right, int offset) throws ExpressionException {
    if (left.rank() != right.rank()) {
      throw misfit(left, right, offset);
    }
    List<Dimension> axes = new ArrayList<>();
    for (int i = 0; i < left.rank(); i++) {
      if (left.axis(i).size() != right.axis(i).size()) {
        throw misfit(left, right, offset);
      }
      axes.add(same(left.axis(i), right.axis(i), offset));
    }
    return new Shape(axes);
  }

  private static TypeFault misfit(Shape left, Shape right, int offset) {
    return new TypeFault(
        "Only arrays of the same shape can be combined element by element, but these are %s and %s"
            .formatted(left.kind(), right.kind()),
        offset);
  }

  /**
   * The axis of two that are gone along together. Elements meet in order; where both name the same
   * ones, the orders must agree.
   */
  static Dimension same(Dimension left, Dimension right, int offset) throws ExpressionException {
    List<String> a = left.labels();
    List<String> b = right.labels();
    if (!a.equals(b) && new HashSet<>(a).equals(new HashSet<>(b))) {
      throw new ExpressionException(
          "Elements meet in order, but both sides have the same ones in another order: %s and %s"
              .formatted(Label.list(a), Label.list(b)),
          offset);
    }
    return right.labels().isEmpty() || !left.name().isEmpty() ? left : right;
  }

  /** Of each line of elements along an axis, the first one. */
  static int[] firsts(Shape shape, int axis) {
    return shape.offsets(IntStream.range(0, shape.rank()).filter(i -> i != axis).boxed().toList());
  }
}
