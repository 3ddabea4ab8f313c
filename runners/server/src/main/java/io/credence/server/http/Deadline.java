package io.credence.server.http;

import io.credence.server.refusal.Code;
import io.credence.server.refusal.Refusal;

/** Until when a request may be worked on. */
public final class Deadline {

  private static final long NANOS_PER_MILLI = 1_000_000;

  private final long begin;
  private final long millis;

  private Deadline(long begin, long millis) {
    this.begin = begin;
    this.millis = millis;
  }

  /** So many milliseconds from now. */
  static Deadline in(long millis) {
    return new Deadline(System.nanoTime(), millis);
  }

  /**
   * Goes on, unless it has passed.
   *
   * @param done how many records are done
   * @param of how many there are
   * @throws Refusal when it has passed
   */
  public void check(int done, int of) throws Refusal {
    if (System.nanoTime() - begin > millis * NANOS_PER_MILLI) {
      throw Refusal.of(
          Code.DEADLINE,
          "The deadline of %s ms passed after %s of %s records; ask for fewer records or samples, or raise --deadlineMillis"
              .formatted(millis, done, of));
    }
  }
}
