package io.credence.expression;

import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Says what is wrong with an expression, and where. */
public sealed class ExpressionException extends Exception permits FollowUp, TypeFault {

  private final int offset;
  private final @Nullable String step;

  /**
   * @param offset the position in the source, from 0
   */
  public ExpressionException(String message, int offset) {
    this(message, offset, null);
  }

  private ExpressionException(String message, int offset, @Nullable String step) {
    super(Objects.requireNonNull(message));
    this.offset = offset;
    this.step = step;
  }

  /** The same fault, known to lie in a let step; the innermost step stays. */
  ExpressionException inStep(String name) {
    return step == null ? new ExpressionException(reason(), offset, name) : this;
  }

  /** The let step in which the fault lies, or null when it is the compiled expression itself. */
  public @Nullable String step() {
    return step;
  }

  /** The position in the source, from 0. */
  public int offset() {
    return offset;
  }

  /** The text of the exception, never null. */
  public String reason() {
    return Objects.requireNonNull(getMessage());
  }
}
