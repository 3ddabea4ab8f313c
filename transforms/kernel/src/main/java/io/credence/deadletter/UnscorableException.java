package io.credence.deadletter;

import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Says that one record cannot be scored, and why. It carries no stack trace, because it describes
 * data rather than a fault of the program, and a bad night may hold millions of them.
 */
public final class UnscorableException extends Exception {

  private final DeadLetterCode code;
  private final @Nullable String feature;

  /**
   * @param code the kind of defect
   * @param message what must hold and the value that was seen
   * @param feature the feature or parameter at fault, or null when it is the record as a whole
   */
  public UnscorableException(DeadLetterCode code, String message, @Nullable String feature) {
    super(Objects.requireNonNull(message), null, false, false);
    this.code = Objects.requireNonNull(code);
    this.feature = feature;
  }

  public DeadLetterCode code() {
    return code;
  }

  /** The text of the exception, never null. */
  public String reason() {
    return Objects.requireNonNull(getMessage());
  }

  public @Nullable String feature() {
    return feature;
  }
}
