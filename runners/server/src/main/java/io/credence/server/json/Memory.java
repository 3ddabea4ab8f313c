package io.credence.server.json;

import io.credence.server.refusal.Refusal;

/** Memory that there is for all requests together. */
@FunctionalInterface
public interface Memory {

  /**
   * Takes so many bytes of it.
   *
   * @throws Refusal when there are none left
   */
  void take(long bytes) throws Refusal;
}
