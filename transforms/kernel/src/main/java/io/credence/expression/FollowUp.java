package io.credence.expression;

/**
 * Says that an expression uses what has a fault that was reported: what else is wrong with it can't
 * be known, and need not be said.
 */
public final class FollowUp extends ExpressionException {

  private static final long serialVersionUID = 1;

  FollowUp(int offset) {
    super("What this uses has a fault", offset);
  }

  /** It is nothing to report, in whatever step it lies. */
  @Override
  ExpressionException inStep(String name) {
    return this;
  }
}
