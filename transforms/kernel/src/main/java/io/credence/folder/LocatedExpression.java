package io.credence.folder;

import io.credence.expression.Expression;
import io.credence.expression.ExpressionException;
import io.credence.expression.Parser;
import io.credence.problem.Excerpt;
import io.credence.problem.Problems;

/**
 * An expression and the line where it stands.
 *
 * @param expression a faulty one where it could not be parsed, which was reported
 */
record LocatedExpression(Expression expression, String source, int line) {

  private static final Expression FAULTY = new Expression.Faulty(0);

  static LocatedExpression parse(String source, String path, int line, Problems log) {
    try {
      return new LocatedExpression(Parser.parse(source), source, line);
    } catch (ExpressionException e) {
      log.add(line, Excerpt.of(path) + ": " + describe(source, e));
      return new LocatedExpression(FAULTY, source, line);
    }
  }

  /** The fault, and the place in the source that it points to. */
  static String describe(String source, ExpressionException fault) {
    int offset = Math.min(fault.offset(), source.length());
    return "%s, at character %s of '%s'"
        .formatted(fault.reason(), offset + 1, Excerpt.of(source, 200));
  }
}
