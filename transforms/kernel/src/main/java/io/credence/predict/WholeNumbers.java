package io.credence.predict;

import io.credence.expression.Expression;
import io.credence.expression.Expression.Binary;
import io.credence.expression.Expression.Literal;
import io.credence.expression.Expression.Name;
import io.credence.expression.Expression.Negation;
import io.credence.expression.Expression.Not;
import io.credence.model.Output.Kind;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;

/**
 * Finds out whether an expression yields whole numbers only: conditions, counts that were drawn,
 * and their sums, differences and products.
 */
final class WholeNumbers {

  private static final Set<String> CONDITIONS =
      Set.of("<", "<=", ">", ">=", "==", "!=", "and", "or");

  private static final Set<String> CLOSED = Set.of("+", "-", "*");

  private final Map<String, Expression> let;
  private final Map<String, Kind> drawn;
  private final Map<String, Boolean> steps = new HashMap<>();

  /**
   * @param let the let steps, of which none uses itself
   * @param drawn the kinds of random steps and outputs
   */
  WholeNumbers(Map<String, Expression> let, Map<String, Kind> drawn) {
    this.let = let;
    this.drawn = drawn;
  }

  boolean yields(Expression expression) {
    Expression rest = expression;
    // Goes down to the left without recursion, because sums may have thousands of terms.
    while (rest instanceof Binary binary && CLOSED.contains(binary.operator())) {
      if (!yields(binary.right())) {
        return false;
      }
      rest = binary.left();
    }
    if (rest instanceof Literal literal) {
      return literal.value() == Math.rint(literal.value());
    }
    if (rest instanceof Name name) {
      return step(name.text());
    }
    if (rest instanceof Negation negation) {
      return yields(negation.operand());
    }
    return rest instanceof Not
        || (rest instanceof Binary binary && CONDITIONS.contains(binary.operator()));
  }

  /** Each let step is looked at once, however many use it. */
  private boolean step(String name) {
    Expression step = let.get(name);
    if (step == null) {
      return drawn.get(name) == Kind.INTEGER;
    }
    Boolean known = steps.get(name);
    if (known == null) {
      known = yields(step);
      steps.put(name, known);
    }
    return known;
  }
}
