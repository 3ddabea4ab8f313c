package io.credence.server.http;

/** Takes what must not happen, for whoever runs the server. */
@FunctionalInterface
public interface Failures {

  /**
   * Reports a fault of the server.
   *
   * @param where the route
   */
  void report(String where, Throwable failure);
}
