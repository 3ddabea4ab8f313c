package io.credence.server.http;

/** Whether the server is being stopped. Thread-safe. */
public final class Stopping {

  private volatile boolean begun;

  void begin() {
    begun = true;
  }

  public boolean hasBegun() {
    return begun;
  }
}
