package io.credence.server.http;

/** How far the stop of the server has come. Thread-safe. */
public final class Stopping {

  private volatile boolean begun;
  private volatile boolean sendsAway;

  void begin() {
    begun = true;
  }

  void sendAway() {
    sendsAway = true;
  }

  /** Whether requests belong to another server, though this one still takes them. */
  public boolean hasBegun() {
    return begun;
  }

  /** Whether each connection ends with its next answer. */
  boolean sendsAway() {
    return sendsAway;
  }
}
