package io.credence.expression;

import io.credence.expression.Expression.Argument;
import io.credence.expression.Expression.Binary;
import io.credence.expression.Expression.Call;
import io.credence.expression.Expression.Index;
import io.credence.expression.Expression.Literal;
import io.credence.expression.Expression.Name;
import io.credence.expression.Expression.Negation;
import io.credence.expression.Expression.Vector;
import java.util.List;
import java.util.stream.Collectors;

/** Writes expressions as text, and takes the offsets out of them. */
final class Printer {

  private Printer() {}

  /** With parentheses around every operation, so that the text shows the tree. */
  static String grouped(Expression e) {
    if (e instanceof Binary binary) {
      return "("
          + grouped(binary.left())
          + " "
          + binary.operator()
          + " "
          + grouped(binary.right())
          + ")";
    }
    if (e instanceof Negation negation) {
      return "(-" + grouped(negation.operand()) + ")";
    }
    return leaf(e, false);
  }

  /** With only those parentheses that the tree needs. */
  static String terse(Expression e) {
    if (e instanceof Binary binary) {
      int level = level(e);
      // Comparisons do not chain; powers group to the right, the rest to the left.
      boolean power = binary.operator().equals("**");
      int left = level == 1 || power ? level + 1 : level;
      int right = power ? 4 : level + 1;
      return within(binary.left(), power ? 6 : left)
          + binary.operator()
          + within(binary.right(), right);
    }
    if (e instanceof Negation negation) {
      return "-" + within(negation.operand(), 4);
    }
    return leaf(e, true);
  }

  private static String within(Expression e, int least) {
    return level(e) < least ? "(" + terse(e) + ")" : terse(e);
  }

  /** How tightly it binds, from 1, comparison, to 6, which stands by itself. */
  private static int level(Expression e) {
    if (e instanceof Binary binary) {
      return switch (binary.operator()) {
        case "+", "-" -> 2;
        case "*", "/" -> 3;
        case "**" -> 5;
        default -> 1;
      };
    }
    return e instanceof Negation ? 4 : 6;
  }

  private static String leaf(Expression e, boolean terse) {
    if (e instanceof Literal literal) {
      return Double.toString(literal.value());
    }
    if (e instanceof Name name) {
      return name.text();
    }
    if (e instanceof Index index) {
      return index.target().text() + "[" + list(index.indices(), terse) + "]";
    }
    if (e instanceof Vector vector) {
      return "[" + list(vector.elements(), terse) + "]";
    }
    Call call = (Call) e;
    return call.arguments().stream()
        .map(argument -> argument(argument, terse))
        .collect(Collectors.joining(", ", call.function() + "(", ")"));
  }

  private static String argument(Argument argument, boolean terse) {
    String value = text(argument.value(), terse);
    return argument.name() == null ? value : argument.name() + " = " + value;
  }

  private static String list(List<Expression> elements, boolean terse) {
    return elements.stream().map(e -> text(e, terse)).collect(Collectors.joining(", "));
  }

  private static String text(Expression e, boolean terse) {
    return terse ? terse(e) : grouped(e);
  }

  /** The same tree with every offset 0. */
  static Expression withoutOffsets(Expression e) {
    if (e instanceof Literal literal) {
      return new Literal(literal.value(), 0);
    }
    if (e instanceof Name name) {
      return new Name(name.text(), 0);
    }
    if (e instanceof Index index) {
      return new Index(new Name(index.target().text(), 0), withoutOffsets(index.indices()), 0);
    }
    if (e instanceof Vector vector) {
      return new Vector(withoutOffsets(vector.elements()), 0);
    }
    if (e instanceof Binary binary) {
      return new Binary(
          binary.operator(), withoutOffsets(binary.left()), withoutOffsets(binary.right()), 0);
    }
    if (e instanceof Negation negation) {
      return new Negation(withoutOffsets(negation.operand()), 0);
    }
    Call call = (Call) e;
    return new Call(
        call.function(),
        call.arguments().stream()
            .map(argument -> new Argument(argument.name(), withoutOffsets(argument.value())))
            .toList(),
        0);
  }

  private static List<Expression> withoutOffsets(List<Expression> elements) {
    return elements.stream().map(Printer::withoutOffsets).toList();
  }
}
