package io.credence.server.json;

import io.credence.server.refusal.Refusal;
import java.io.IOException;

/** Says that an answer can't be written on, and why. */
public final class NoRoomException extends IOException {

  private final Refusal refusal;

  NoRoomException(Refusal refusal) {
    super(refusal);
    this.refusal = refusal;
  }

  /** What is answered in its place. */
  public Refusal refusal() {
    return refusal;
  }
}
