package io.credence.beam.store;

import java.io.IOException;

/** A claim that another owner has. */
public final class ClaimedException extends IOException {

  private static final long serialVersionUID = 1;

  private final boolean alive;

  /**
   * Of a file.
   *
   * @param alive whether its owner is known to be alive
   */
  public ClaimedException(String file, boolean alive) {
    super(file + ": is claimed");
    this.alive = alive;
  }

  /** Whether the owner is known to be alive; if not, its state is unknown. */
  public boolean isAlive() {
    return alive;
  }
}
