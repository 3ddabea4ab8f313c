package io.credence.jobs.sink.rolling;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

/** Windows have names by one clock, and end by another. */
class WindowClockTest {

  private static final Duration MINUTE = Duration.ofMinutes(1);
  private static final Duration DAY = Duration.ofDays(1);

  private final TestClock machine = new TestClock();
  private final WindowClock clock = machine.of(MINUTE);

  @Test
  void windowsBeginAtMultiplesOfTheirLength() {
    machine.pass(Duration.ofSeconds(70));

    WindowClock.Window window = clock.next(null);

    assertThat(window.start()).isEqualTo(Instant.parse("2026-11-20T16:01:00Z"));
    assertThat(window.end()).isEqualTo(Instant.parse("2026-11-20T16:02:00Z"));
    assertThat(clock.left(window)).isEqualTo(Duration.ofSeconds(50));
  }

  @Test
  void aWindowEndsWhateverTheMachinesClockIsSetTo() {
    machine.set(DAY);
    WindowClock.Window window = clock.next(null);
    machine.set(DAY.negated());

    assertThat(clock.isOver(window)).isFalse();
    machine.pass(MINUTE);
    assertThat(clock.isOver(window)).isTrue();
    assertThat(clock.next(window).start()).isEqualTo(Instant.parse("2026-11-20T16:01:00Z"));
  }

  @Test
  void aWindowIsNotOverBecauseTheClockIsSetOn() {
    WindowClock.Window window = clock.next(null);
    machine.set(DAY);

    assertThat(clock.isOver(window)).isFalse();
    assertThat(clock.left(window)).isEqualTo(MINUTE);
  }

  /** A clock that is slowed down must not give the last milliseconds a file of their own. */
  @Test
  void theWindowAfterAWindowIsAnother() {
    WindowClock.Window window = clock.next(null);
    machine.pass(MINUTE);
    machine.set(Duration.ofMillis(-20));

    WindowClock.Window next = clock.next(window);

    assertThat(next.start()).isEqualTo(window.end());
    assertThat(clock.left(next)).isEqualTo(MINUTE.plusMillis(20));
  }
}
