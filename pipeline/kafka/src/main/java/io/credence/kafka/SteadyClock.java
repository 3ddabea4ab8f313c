package io.credence.kafka;

import java.time.InstantSource;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;
import org.joda.time.Instant;

/**
 * Says the time of the machine's clock when it is made, and from then on counts by itself: when the
 * machine's clock is set on or back, this one goes on as before. So it never goes back, and never
 * ahead of what it will say later.
 */
final class SteadyClock {

  private final LongSupplier nanoTime;
  private final long beginMillis;
  private final long beginNanos;

  SteadyClock(InstantSource machine, LongSupplier nanoTime) {
    this.nanoTime = nanoTime;
    this.beginMillis = machine.millis();
    this.beginNanos = nanoTime.getAsLong();
  }

  Instant now() {
    long elapsed = nanoTime.getAsLong() - beginNanos;
    return Instant.ofEpochMilli(beginMillis + TimeUnit.NANOSECONDS.toMillis(elapsed));
  }
}
