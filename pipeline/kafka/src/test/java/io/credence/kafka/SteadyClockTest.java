package io.credence.kafka;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;

/** The time of a watermark. */
class SteadyClockTest {

  private static final Instant BEGIN = Instant.parse("2026-11-20T16:00:00Z");

  private final AtomicReference<Instant> machine = new AtomicReference<>(BEGIN);
  private final AtomicLong nanos = new AtomicLong(-5);

  @Test
  void goesOnByItselfWhenTheMachinesClockIsSet() {
    SteadyClock clock = new SteadyClock(machine::get, nanos::get);
    machine.set(BEGIN.plus(Duration.ofDays(1)));
    nanos.addAndGet(Duration.ofSeconds(1).toNanos());

    assertThat(clock.now().getMillis()).isEqualTo(BEGIN.plusSeconds(1).toEpochMilli());

    machine.set(BEGIN);
    nanos.addAndGet(Duration.ofSeconds(1).toNanos());
    assertThat(clock.now().getMillis()).isEqualTo(BEGIN.plusSeconds(2).toEpochMilli());
  }
}
