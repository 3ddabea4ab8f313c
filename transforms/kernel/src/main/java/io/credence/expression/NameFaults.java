package io.credence.expression;

import io.credence.expression.Expression.Argument;
import io.credence.expression.Expression.Binary;
import io.credence.expression.Expression.Call;
import io.credence.expression.Expression.Index;
import io.credence.expression.Expression.Name;
import io.credence.expression.Expression.Negation;
import io.credence.expression.Expression.Not;
import io.credence.expression.Expression.Vector;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.List;

/**
 * Finds all names of an expression that can't be used, of functions too: a compiler ends at the
 * first fault.
 *
 * <p>Walks without recursion, because sums may have thousands of terms.
 */
final class NameFaults {

  /** An argument that names a coordinate, and so no value. */
  private static final String LABELS = "labels";

  /** More than a person mends at once. Each takes a look at all names for one that was meant. */
  private static final int MOST = 30;

  private final NameCompiler names;
  private final List<ExpressionException> found = new ArrayList<>();
  private final Deque<Expression> open = new ArrayDeque<>();

  private NameFaults(NameCompiler names) {
    this.names = names;
  }

  /** The first ones that are found, in the order in which they stand there. */
  static List<ExpressionException> of(Expression expression, NameCompiler names) {
    NameFaults faults = new NameFaults(names);
    faults.open.add(expression);
    while (!faults.open.isEmpty() && faults.found.size() < MOST) {
      faults.visit(faults.open.remove());
    }
    faults.found.sort(Comparator.comparingInt(ExpressionException::offset));
    return faults.found;
  }

  private void visit(Expression expression) {
    if (expression instanceof Name name) {
      check(() -> names.require(name));
    } else if (expression instanceof Index index) {
      open.add(index.target());
      open.addAll(index.indices());
    } else if (expression instanceof Vector vector) {
      open.addAll(vector.elements());
    } else if (expression instanceof Call call) {
      check(() -> Calls.requireKnown(call));
      call.arguments().stream()
          .filter(argument -> !LABELS.equals(argument.name()))
          .map(Argument::value)
          .forEach(open::add);
    } else if (expression instanceof Binary binary) {
      open.addAll(List.of(binary.left(), binary.right()));
    } else if (expression instanceof Negation negation) {
      open.add(negation.operand());
    } else if (expression instanceof Not not) {
      open.add(not.operand());
    }
  }

  private interface Check {
    void run() throws ExpressionException;
  }

  private void check(Check check) {
    try {
      check.run();
    } catch (FollowUp e) {
      // What it uses has a fault that was reported.
      return;
    } catch (ExpressionException e) {
      found.add(e);
    }
  }
}
