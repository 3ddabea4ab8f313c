package io.credence.predict;

import io.credence.expression.Expression;
import io.credence.expression.Expression.Binary;
import io.credence.expression.Expression.Call;
import io.credence.expression.Expression.Index;
import io.credence.expression.Expression.Name;
import io.credence.expression.Expression.Negation;
import io.credence.expression.Expression.Not;
import io.credence.expression.Expression.Vector;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The names that expressions use, also by way of let steps.
 *
 * <p>Walks without recursion, because sums may have thousands of terms.
 */
final class Mentions {

  private final Map<String, Expression> let;
  private final Set<String> all = new LinkedHashSet<>();
  private final Set<String> indices = new LinkedHashSet<>();
  private final Deque<Mention> open = new ArrayDeque<>();

  /** An expression, and whether it stands within an index. */
  private record Mention(Expression expression, boolean index) {}

  private Mentions(Map<String, Expression> let) {
    this.let = let;
  }

  static Mentions of(Iterable<Expression> expressions, Map<String, Expression> let) {
    Mentions mentions = new Mentions(let);
    for (Expression each : expressions) {
      mentions.open.add(new Mention(each, false));
    }
    while (!mentions.open.isEmpty()) {
      Mention next = mentions.open.remove();
      mentions.visit(next.expression(), next.index());
    }
    return mentions;
  }

  /** All names. */
  Set<String> all() {
    return all;
  }

  /** Those that stand within an index. */
  Set<String> indices() {
    return indices;
  }

  private void visit(Expression expression, boolean index) {
    if (expression instanceof Name name) {
      visit(name, index);
    } else if (expression instanceof Index found) {
      visit(found.target(), index);
      add(found.indices(), true);
    } else if (expression instanceof Vector vector) {
      add(vector.elements(), index);
    } else if (expression instanceof Call call) {
      call.arguments().forEach(argument -> open.add(new Mention(argument.value(), index)));
    } else if (expression instanceof Binary binary) {
      add(List.of(binary.left(), binary.right()), index);
    } else if (expression instanceof Negation negation) {
      open.add(new Mention(negation.operand(), index));
    } else if (expression instanceof Not not) {
      open.add(new Mention(not.operand(), index));
    }
  }

  private void visit(Name name, boolean index) {
    boolean isNew = all.add(name.text());
    isNew |= index && indices.add(name.text());
    Expression step = let.get(name.text());
    if (isNew && step != null) {
      open.add(new Mention(step, index));
    }
  }

  private void add(List<Expression> expressions, boolean index) {
    expressions.forEach(each -> open.add(new Mention(each, index)));
  }
}
