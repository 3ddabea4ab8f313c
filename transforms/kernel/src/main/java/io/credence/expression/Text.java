package io.credence.expression;

import io.credence.problem.Excerpt;

/**
 * A text that stands in the expression.
 *
 * @param value without its quotes
 */
record Text(String value) implements Value {

  @Override
  public String kind() {
    return "the text \"%s\"".formatted(Excerpt.of(value));
  }

  @Override
  public boolean fixed() {
    return true;
  }
}
