package io.credence.predict;

import io.credence.expression.ExpressionException;

/**
 * A fault in one of a model's expressions.
 *
 * @param part where it stands, such as {@code predict}, {@code let.slope} or {@code
 *     unseen.category.beta}
 * @param exception what is wrong
 */
public record Fault(String part, ExpressionException exception) {}
