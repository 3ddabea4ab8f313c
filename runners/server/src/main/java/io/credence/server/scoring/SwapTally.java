package io.credence.server.scoring;

import java.util.concurrent.atomic.LongAdder;

/** How often a model's next version took its place, and how often one was refused. Thread-safe. */
public final class SwapTally {

  private final LongAdder done = new LongAdder();
  private final LongAdder refused = new LongAdder();

  /** Counts one that took its place. */
  void done() {
    done.increment();
  }

  /** Counts one that was refused. */
  public void refused() {
    refused.increment();
  }

  public long doneCount() {
    return done.sum();
  }

  public long refusedCount() {
    return refused.sum();
  }
}
