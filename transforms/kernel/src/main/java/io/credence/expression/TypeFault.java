package io.credence.expression;

/** A value that does not belong where it stands, because of its type. */
final class TypeFault extends ExpressionException {

  private static final long serialVersionUID = 1;

  TypeFault(String message, int offset) {
    super(message, offset);
  }
}
