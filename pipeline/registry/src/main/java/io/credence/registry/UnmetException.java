package io.credence.registry;

/** A promotion that is refused because an evaluation does not speak for it. */
public final class UnmetException extends RefusedException {

  private static final long serialVersionUID = 1;

  UnmetException(String message) {
    super(message);
  }
}
