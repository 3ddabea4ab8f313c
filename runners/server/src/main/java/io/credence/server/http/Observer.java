package io.credence.server.http;

/** Sees each request once it was answered, on the thread that answered it. Thread-safe. */
@FunctionalInterface
public interface Observer {
  void ended(Ended request);
}
