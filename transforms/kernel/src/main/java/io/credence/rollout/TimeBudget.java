package io.credence.rollout;

import java.time.Duration;
import java.util.function.LongSupplier;

/**
 * How long something may take for each of many records, on average. Nothing is interrupted: what a
 * record took is known when it is over, and records are left out until the time that was taken is
 * made up for. So it takes at most the budget for each record, and once what one record overdraws.
 *
 * <p>A second is granted before the first record, for what a JVM is slow at in the beginning, and
 * no more than a second is ever saved up.
 *
 * <p>Not thread-safe.
 */
final class TimeBudget {

  private static final long SAVED = Duration.ofSeconds(1).toNanos();

  private final long each;
  private final LongSupplier nanos;
  private long left = SAVED;

  /**
   * A budget.
   *
   * @param nanos a clock, such as {@link System#nanoTime}
   */
  TimeBudget(Duration each, LongSupplier nanos) {
    this.each = each.toNanos();
    this.nanos = nanos;
  }

  /** Grants the time of a record, and says whether there is any left to begin with. */
  boolean grant() {
    left = Math.min(SAVED, left + each);
    return left > 0;
  }

  /** When something begins. */
  long begin() {
    return nanos.getAsLong();
  }

  /** Takes what it took since it began. */
  void end(long begun) {
    left -= nanos.getAsLong() - begun;
  }
}
