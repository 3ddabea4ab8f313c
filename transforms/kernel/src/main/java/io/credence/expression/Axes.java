package io.credence.expression;

import io.credence.expression.Symbol.Dimension;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
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
   * The axis of two that are gone along together. Elements meet in order; labels that both have
   * must agree with it.
   */
  static Dimension same(Dimension left, Dimension right, int offset) throws ExpressionException {
    Optional<String> misfit = left.misfit(right);
    if (misfit.isPresent()) {
      throw new ExpressionException(misfit.get(), offset);
    }
    if (!left.name().isEmpty()
        && left.isCounted()
        && !right.name().isEmpty()
        && !right.isCounted()) {
      // Labels that are known stay known, so that a third axis is compared with them.
      return new Dimension(left.name(), left.size(), right.labels());
    }
    return right.labels().isEmpty() || !left.name().isEmpty() ? left : right;
  }

  /** Of each line of elements along an axis, the first one. */
  static int[] firsts(Shape shape, int axis) {
    return shape.offsets(IntStream.range(0, shape.rank()).filter(i -> i != axis).boxed().toList());
  }
}
