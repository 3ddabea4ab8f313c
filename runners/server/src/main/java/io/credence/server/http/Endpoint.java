package io.credence.server.http;

import io.credence.server.refusal.Refusal;

/** Answers one kind of request. Thread-safe. */
@FunctionalInterface
public interface Endpoint {

  /**
   * Answers a request.
   *
   * @throws Refusal when it is not answered as it wished
   */
  Answer answer(Call call) throws Refusal;
}
