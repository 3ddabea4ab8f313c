package io.credence.rollout;

import io.credence.model.Model;
import io.credence.model.Output;
import io.credence.score.ScoreSpec;
import io.credence.score.Scorer;
import java.time.Duration;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * A scorer of a model that is loaded when the first record asks for it. A failed load is
 * remembered: a store that is away takes long to say so, and would say it to every record. It is
 * tried again after a hundred times the time that it took, and no sooner than after a minute. So
 * failed loads take a hundredth of a thread's time at most.
 *
 * <p>Not thread-safe: it owns a scorer.
 */
final class LateScorer {

  private static final long SHORTEST_PAUSE = Duration.ofMinutes(1).toNanos();

  private static final int PAUSE_PER_LOAD = 100;

  private final Supplier<Model> model;
  private final ScoreSpec spec;
  private final LongSupplier nanos;
  private final Consumer<Throwable> firstFailure;
  private @Nullable Scorer scorer;
  private List<Output> outputs = List.of();
  private boolean failed;
  private long failedAt;
  private long pause;

  LateScorer(
      Supplier<Model> model, ScoreSpec spec, LongSupplier nanos, Consumer<Throwable> firstFailure) {
    this.model = model;
    this.spec = spec;
    this.nanos = nanos;
    this.firstFailure = firstFailure;
  }

  /** Whether the last load failed, and it is too soon for another. */
  boolean isPausing() {
    return failed && scorer == null && nanos.getAsLong() - failedAt < pause;
  }

  /** The scorer; null when it can't be loaded now. */
  @Nullable Scorer get() {
    return scorer == null ? load() : scorer;
  }

  /** What it predicts, once it is loaded. */
  List<Output> outputs() {
    return outputs;
  }

  private @Nullable Scorer load() {
    long begun = nanos.getAsLong();
    try {
      Model loaded = model.get();
      scorer = Scorer.of(loaded, spec);
      outputs = loaded.outputs();
    } catch (RuntimeException | StackOverflowError | LinkageError | AssertionError e) {
      if (!failed) {
        firstFailure.accept(e);
      }
      failed = true;
      failedAt = nanos.getAsLong();
      pause = Math.max(SHORTEST_PAUSE, PAUSE_PER_LOAD * (failedAt - begun));
    }
    return scorer;
  }
}
