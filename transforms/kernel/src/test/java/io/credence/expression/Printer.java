package io.credence.expression;

import io.credence.expression.Expression.Argument;
import io.credence.expression.Expression.Binary;
import io.credence.expression.Expression.Call;
import io.credence.expression.Expression.Index;
import io.credence.expression.Expression.Literal;
import io.credence.expression.Expression.Name;
import io.credence.expression.Expression.Negation;
import io.credence.expression.Expression.Not;
import io.credence.expression.Expression.Quoted;
import io.credence.expression.Expression.Vector;
import io.credence.expression.Expression.Whole;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
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
    if (e instanceof Not not) {
      return "(not " + grouped(not.operand()) + ")";
    }
    return leaf(e, false);
  }

  /** With only those parentheses that the tree needs. */
  static String terse(Expression e) {
    if (e instanceof Binary binary) {
      int level = level(e);
      // Comparisons do not chain; powers group to the right, the rest to the left.
      boolean power = binary.operator().equals("**");
      int left = level == COMPARISON || power ? level + 1 : level;
      int right = power ? NEGATION : level + 1;
      String operator = level < COMPARISON ? " " + binary.operator() + " " : binary.operator();
      return within(binary.left(), power ? LEAF : left) + operator + within(binary.right(), right);
    }
    if (e instanceof Negation negation) {
      return "-" + within(negation.operand(), NEGATION);
    }
    if (e instanceof Not not) {
      return "not " + within(not.operand(), INVERSION);
    }
    return leaf(e, true);
  }

  private static String within(Expression e, int least) {
    return level(e) < least ? "(" + terse(e) + ")" : terse(e);
  }

  private static final int INVERSION = 3;
  private static final int COMPARISON = 4;
  private static final int NEGATION = 7;
  private static final int LEAF = 9;

  /** How tightly it binds, from 1, which is "or". */
  private static int level(Expression e) {
    if (e instanceof Binary binary) {
      return switch (binary.operator()) {
        case "or" -> 1;
        case "and" -> 2;
        case "+", "-" -> 5;
        case "*", "/" -> 6;
        case "**" -> 8;
        default -> COMPARISON;
      };
    }
    if (e instanceof Not) {
      return INVERSION;
    }
    return e instanceof Negation ? NEGATION : LEAF;
  }

  private static final Pattern IDENTIFIER = Pattern.compile("[\\p{L}_][\\p{L}\\p{N}_]*");

  private static String name(Name name) {
    String text = name.text();
    boolean plain =
        IDENTIFIER.matcher(text).matches() && !Set.of("and", "or", "not").contains(text);
    return plain ? text : "`" + text + "`";
  }

  private static String leaf(Expression e, boolean terse) {
    if (e instanceof Literal literal) {
      return Double.toString(literal.value());
    }
    if (e instanceof Name name) {
      return name(name);
    }
    if (e instanceof Index index) {
      return name(index.target()) + "[" + list(index.indices(), terse) + "]";
    }
    if (e instanceof Quoted quoted) {
      char mark = quoted.value().indexOf('"') < 0 ? '"' : '\'';
      return mark + quoted.value() + mark;
    }
    if (e instanceof Whole) {
      return ":";
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
    if (e instanceof Quoted quoted) {
      return new Quoted(quoted.value(), 0);
    }
    if (e instanceof Whole) {
      return new Whole(0);
    }
    if (e instanceof Not not) {
      return new Not(withoutOffsets(not.operand()), 0);
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
