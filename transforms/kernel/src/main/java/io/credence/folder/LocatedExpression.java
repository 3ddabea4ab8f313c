package io.credence.folder;

import io.credence.expression.Expression;
import io.credence.expression.Expression.Literal;
import io.credence.expression.ExpressionException;
import io.credence.expression.Parser;
import io.credence.problem.Excerpt;
import io.credence.problem.Problems;

/**
 * An expression and the line where it stands.
 *
 * @param parsed whether it could be parsed; if not, the fault was reported and a number stands in
 */
record LocatedExpression(Expression expression, String source, int line, boolean parsed) {

  private static final Expression STAND_IN = new Literal(0, 0);

  static LocatedExpression parse(String source, String path, int line, Problems log) {
    try {
      return new LocatedExpression(Parser.parse(source), source, line, true);
    } catch (ExpressionException e) {
      log.add(line, Excerpt.of(path) + ": " + describe(source, e));
      return new LocatedExpression(STAND_IN, source, line, false);
    }
  }

  /** The fault, and the place in the source that it points to. */
  static String describe(String source, ExpressionException fault) {
    int offset = Math.min(fault.offset(), source.length());
    return "%s, at character %s of '%s'"
        .formatted(fault.reason(), offset + 1, Excerpt.of(source, 200));
  }
}
