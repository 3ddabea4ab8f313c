package io.credence.jobs.runner;

import org.jspecify.annotations.Nullable;

/** A command that did not do what was asked, and what it said of that. */
public final class CommandFailedException extends RuntimeException {

  private static final long serialVersionUID = 1;

  public CommandFailedException(String said, @Nullable Throwable cause) {
    // Where in Credence it was thrown says nothing about the cause.
    super(said, cause, false, false);
  }
}
