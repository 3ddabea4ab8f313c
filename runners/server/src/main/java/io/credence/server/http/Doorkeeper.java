package io.credence.server.http;

import io.credence.server.refusal.Refusal;
import org.jspecify.annotations.Nullable;

/** Lets requests in, or not, before anything else is done with them. Thread-safe. */
@FunctionalInterface
public interface Doorkeeper {

  /** Who lets everybody in. */
  Doorkeeper OPEN = (authorization, key) -> {};

  /**
   * Lets a request in.
   *
   * @param authorization its header of this name; null when it has none
   * @param key its header X-API-Key; null when it has none
   * @throws Refusal when it must stay outside
   */
  void letIn(@Nullable String authorization, @Nullable String key) throws Refusal;
}
