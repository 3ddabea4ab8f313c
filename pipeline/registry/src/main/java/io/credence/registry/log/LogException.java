package io.credence.registry.log;

import java.io.IOException;

/** A log that is not as the registry wrote it; the message names the event and what is wrong. */
public final class LogException extends IOException {

  private static final long serialVersionUID = 1;

  public LogException(String event, String message) {
    super(event + ": " + message);
  }

  LogException(String event, String message, Throwable cause) {
    super(event + ": " + message, cause);
  }
}
