package io.credence.pipeline.runner;

/** A job that was started and can't be followed any more. It may be at work still. */
public final class UnfollowedJobException extends RuntimeException {

  private static final long serialVersionUID = 1;

  UnfollowedJobException(String message, Throwable cause) {
    super(message, cause);
  }
}
