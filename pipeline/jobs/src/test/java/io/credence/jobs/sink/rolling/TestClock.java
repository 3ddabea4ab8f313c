package io.credence.jobs.sink.rolling;

import java.time.Duration;
import java.time.Instant;

/** The clocks of a machine: one that tests set as they like, and one without steps. */
final class TestClock {

  private Instant wall = Instant.parse("2026-11-20T16:00:00Z");
  private long nanos;

  WindowClock of(Duration length) {
    return new WindowClock(length, () -> wall, () -> nanos);
  }

  /** Time passes. */
  void pass(Duration time) {
    nanos += time.toNanos();
    wall = wall.plus(time);
  }

  /** Somebody sets the machine's clock. */
  void set(Duration by) {
    wall = wall.plus(by);
  }
}
