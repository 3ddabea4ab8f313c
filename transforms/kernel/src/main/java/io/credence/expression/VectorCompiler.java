package io.credence.expression;

import io.credence.expression.Expression.Name;
import io.credence.expression.Expression.Vector;
import java.util.ArrayList;
import java.util.List;

/** Compiles vectors and matrices that are written out, such as {@code [a, 2 * b]}. */
final class VectorCompiler {

  private final Compiler compiler;

  VectorCompiler(Compiler compiler) {
    this.compiler = compiler;
  }

  /** The elements that are names label the axis, so that their order can be compared. */
  Value compile(Vector vector) throws ExpressionException {
    if (vector.elements().stream().allMatch(Vector.class::isInstance)) {
      return matrix(vector);
    }
    List<Operand> elements = new ArrayList<>();
    List<String> labels = new ArrayList<>();
    for (Expression element : vector.elements()) {
      elements.add(compiler.compile(element));
      labels.add(element instanceof Name name ? name.text() : "");
    }
    return ListArray.of(Shape.of(new Symbol.Dimension("", elements.size(), labels)), elements);
  }

  /** Rows of numbers, such as {@code [[a, 0], [b, c]]}. */
  private Value matrix(Vector rows) throws ExpressionException {
    int columns = ((Vector) rows.elements().get(0)).elements().size();
    List<Operand> elements = new ArrayList<>();
    for (Expression each : rows.elements()) {
      Vector row = (Vector) each;
      if (row.elements().size() != columns) {
        throw new ExpressionException(
            "The rows of a matrix must have as many elements as the first one, %s, but this has %s"
                .formatted(columns, row.elements().size()),
            row.offset());
      }
      for (Expression element : row.elements()) {
        elements.add(compiler.compile(element));
      }
    }
    return ListArray.of(
        Shape.of(Shape.ordered(rows.elements().size()), Shape.ordered(columns)), elements);
  }
}
