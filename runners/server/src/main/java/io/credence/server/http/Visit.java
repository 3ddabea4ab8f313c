package io.credence.server.http;

import java.util.concurrent.TimeUnit;

/** A connection, and since when its client has been waited for. Thread-safe. */
final class Visit {

  private enum Awaited {
    /** A request, up to the end of its head. */
    HEAD,
    /** Nothing that is limited here: a body is by its reader, and scoring by the deadline. */
    ANSWER,
    /** That the client takes the answer. */
    RECEIPT
  }

  /** What is awaited, and since when, in one: they are read by another thread. */
  private record State(Awaited awaited, long since) {
    static State now(Awaited awaited) {
      return new State(awaited, System.nanoTime());
    }
  }

  private volatile State state = State.now(Awaited.HEAD);

  /** The head of a request has arrived. */
  void asks() {
    state = State.now(Awaited.ANSWER);
  }

  /** An answer is being sent. */
  void isAnswered() {
    state = State.now(Awaited.RECEIPT);
  }

  /** The client has the answer. */
  void mayAskAgain() {
    state = State.now(Awaited.HEAD);
  }

  /** Whether the client has taken longer than it may. */
  boolean isLate(Limits limits) {
    State now = state;
    long allowed =
        switch (now.awaited) {
          case HEAD -> limits.idleSeconds();
          case ANSWER -> Long.MAX_VALUE;
          case RECEIPT -> limits.answerSeconds();
        };
    return TimeUnit.NANOSECONDS.toSeconds(System.nanoTime() - now.since) >= allowed;
  }
}
