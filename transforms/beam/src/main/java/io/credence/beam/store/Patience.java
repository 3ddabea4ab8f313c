package io.credence.beam.store;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;

/** How often, and after which pauses, something is tried again that makes no progress. */
final class Patience {

  private static final int ATTEMPTS = 10;
  private static final long FIRST_MILLIS = 100;
  private static final long LONGEST_MILLIS = 20_000;

  private int failures;

  /** There was progress. */
  void restore() {
    failures = 0;
  }

  /**
   * Waits for a random time, up to twice as long as the last time, so that many workers do not come
   * back at once.
   *
   * @throws IOException when it is enough
   */
  void waitAfter(String name, IOException failure) throws IOException {
    if (++failures >= ATTEMPTS) {
      throw new IOException(
          "%s: can't be read, in %d attempts: %s"
              .formatted(name, failures, StoreFailure.line(failure)),
          failure);
    }
    long longest = Math.min(LONGEST_MILLIS, FIRST_MILLIS << failures);
    try {
      TimeUnit.MILLISECONDS.sleep(ThreadLocalRandom.current().nextLong(longest));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new InterruptedIOException(name + ": interrupted while it was read");
    }
  }
}
