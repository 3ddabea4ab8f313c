package io.credence.beam;

import org.apache.beam.sdk.metrics.Counter;
import org.apache.beam.sdk.metrics.Metrics;

/** A counter that is added up in a field, because each word with Beam costs a look-up. */
final class PendingCounter {

  private final Counter counter;
  private long pending;

  PendingCounter(String name) {
    this.counter = Metrics.counter(ScoringMetrics.NAMESPACE, name);
  }

  void add(long amount) {
    pending += amount;
  }

  /** Hands over what was added; a counter to which nothing ever was does not appear. */
  void flush() {
    if (pending != 0) {
      counter.inc(pending);
      pending = 0;
    }
  }
}
