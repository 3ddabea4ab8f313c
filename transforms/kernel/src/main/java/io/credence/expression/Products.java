package io.credence.expression;

import io.credence.expression.Symbol.Dimension;
import java.util.List;
import java.util.stream.IntStream;

/** Compiles {@code dot} and {@code matmul}. */
final class Products {

  private Products() {}

  /** Of two vectors; or along the one axis whose name both sides have. */
  static Value dot(CallArguments call) throws ExpressionException {
    Array left = call.array(0);
    Array right = call.array(1);
    if (left.shape().rank() == 1 && right.shape().rank() == 1) {
      if (left.size() != right.size()) {
        throw new TypeFault(
            "The arguments of dot must be equally long, but have %s and %s elements"
                .formatted(left.size(), right.size()),
            call.offset());
      }
      return contracted(call, left, 0, right, 0);
    }
    List<Integer> shared =
        IntStream.range(0, left.shape().rank())
            .filter(axis -> axis(right.shape(), left.shape().axis(axis).name()) >= 0)
            .boxed()
            .toList();
    if (shared.size() != 1) {
      throw new TypeFault(
          "dot goes along the one axis whose name both arguments have, but these are %s and %s; matmul goes by the order of axes"
              .formatted(left.kind(), right.kind()),
          call.offset());
    }
    int axis = shared.get(0);
    return contracted(call, left, axis, right, axis(right.shape(), left.shape().axis(axis).name()));
  }

  private static int axis(Shape shape, String name) {
    List<String> names = shape.axes().stream().map(Dimension::name).toList();
    return name.isEmpty() ? -1 : names.indexOf(name);
  }

  static Value matmul(CallArguments call) throws ExpressionException {
    Array left = call.array(0);
    Array right = call.array(1);
    int last = left.shape().rank() - 1;
    int n = left.shape().axis(last).size();
    int m = right.shape().axis(0).size();
    if (n != m) {
      throw new TypeFault(
          "matmul goes along the last axis of its first argument and the first axis of its second, which have %s and %s elements: these are %s and %s"
              .formatted(n, m, left.kind(), right.kind()),
          call.offset());
    }
    return contracted(call, left, last, right, 0);
  }

  private static Value contracted(CallArguments call, Array left, int i, Array right, int j)
      throws ExpressionException {
    return call.values()
        .simplified(Contraction.of(left, i, right, j, call.offset(), call.values()));
  }
}
