package io.credence.server.http;

/** Takes what must not happen, and reports it to those who run the server. */
@FunctionalInterface
public interface Failures {

  /**
   * Reports a fault of the server.
   *
   * @param where the route
   */
  void report(String where, Throwable failure);
}
