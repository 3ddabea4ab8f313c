package io.credence.expression;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The syntax tree of an expression. Every node knows its offset: the position in the source, from
 * 0, that a message points to.
 */
public sealed interface Expression {

  int offset();

  /** What can't be read, in the place of an expression whose fault was reported. */
  record Faulty(int offset) implements Expression {}

  /** A number, such as {@code 0.5}. */
  record Literal(double value, int offset) implements Expression {}

  /** A text in quotes, such as {@code "tv"}; the value is without them. */
  record Quoted(String value, int offset) implements Expression {}

  /** A colon in the place of an index: all positions of an axis. */
  record Whole(int offset) implements Expression {}

  /** A feature, parameter, constant or let step. */
  record Name(String text, int offset) implements Expression {}

  /** {@code target[index, …]}. */
  record Index(Name target, List<Expression> indices, int offset) implements Expression {}

  /** {@code [element, …]}: a vector of numbers. */
  record Vector(List<Expression> elements, int offset) implements Expression {}

  /** A function or a distribution with its arguments. */
  record Call(String function, List<Argument> arguments, int offset) implements Expression {}

  /** An operator between two operands: one of {@code + - * / ** < <= > >= == != and or}. */
  record Binary(String operator, Expression left, Expression right, int offset)
      implements Expression {}

  /** A minus sign before an operand. */
  record Negation(Expression operand, int offset) implements Expression {}

  /** {@code not} before a condition. */
  record Not(Expression operand, int offset) implements Expression {}

  /** An argument of a call; the name is null where it is given by position. */
  record Argument(@Nullable String name, Expression value) {}
}
