package io.credence.pipeline;

/** A command that did not do what was asked, and what it said of that. */
public final class CommandFailedException extends RuntimeException {

  private static final long serialVersionUID = 1;

  CommandFailedException(String said) {
    // Where in Credence it was thrown helps nobody.
    super(said, null, false, false);
  }
}
