package io.credence.kit.process;

import org.jspecify.annotations.Nullable;

/**
 * What was asked for did not happen, or not in time. The message has the last that each process
 * concerned has said.
 */
public final class KitFailure extends RuntimeException {

  private static final long serialVersionUID = 1;

  public KitFailure(String message) {
    super(message);
  }

  public KitFailure(String message, @Nullable Throwable cause) {
    super(message, cause);
  }
}
