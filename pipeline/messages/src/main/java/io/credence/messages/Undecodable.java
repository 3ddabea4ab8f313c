package io.credence.messages;

import io.credence.deadletter.DeadLetterCode;
import io.credence.deadletter.UnscorableException;

/** Bytes that are not what the format says. */
public final class Undecodable {

  private Undecodable() {}

  public static UnscorableException because(String message) {
    return new UnscorableException(DeadLetterCode.UNDECODABLE, message, null);
  }

  static UnscorableException hasAlready(String field) {
    return because("has a field '" + field + "' already, which scoring would add");
  }
}
