package io.credence.jobs.sink.rolling;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/**
 * Says which window it is. A window is named after the machine's clock, and ends by one that has no
 * steps: when the machine's clock is set on or back, names change, and no window waits for it.
 *
 * @param length how long a window is; windows begin at its multiples since 1970-01-01T00:00:00Z
 */
record WindowClock(Duration length, InstantSource machine, LongSupplier nanoTime) {

  static WindowClock of(Duration length) {
    return new WindowClock(length, InstantSource.system(), System::nanoTime);
  }

  /**
   * A window that has begun.
   *
   * @param start its beginning, by the machine's clock
   * @param end its end, by the machine's clock if that is not set meanwhile
   * @param endNanos its end
   */
  record Window(Instant start, Instant end, long endNanos) {}

  /**
   * The window that it is now. Where the machine's clock says that it is still the previous one,
   * because it was slowed down or set back a little, it is the next one already, and goes on until
   * that clock has caught up.
   *
   * @param previous the last window, which is over; null for none
   */
  Window next(@Nullable Window previous) {
    Instant now = Instant.ofEpochMilli(machine.millis());
    Instant start = now.minusMillis(Math.floorMod(now.toEpochMilli(), length.toMillis()));
    if (previous != null && previous.start().equals(start)) {
      start = previous.end();
    }
    Instant end = start.plus(length);
    return new Window(start, end, nanoTime.getAsLong() + Duration.between(now, end).toNanos());
  }

  /** How long a window goes on; zero when it is over. */
  Duration left(Window window) {
    return Duration.ofNanos(Math.max(0, window.endNanos() - nanoTime.getAsLong()));
  }

  boolean isOver(Window window) {
    return left(window).isZero();
  }
}
