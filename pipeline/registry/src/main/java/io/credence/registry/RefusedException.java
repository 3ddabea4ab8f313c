package io.credence.registry;

/** A request that the registry refuses; the message says what there is and what would be right. */
public class RefusedException extends Exception {

  private static final long serialVersionUID = 1;

  RefusedException(String message) {
    super(message);
  }
}
