package io.credence.cli.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.credence.jobs.runner.RunningJob;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import org.apache.beam.sdk.PipelineResult.State;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** A bar is full when all is done, and for nothing else. */
class ProgressTest {

  private final List<Long> bar = new ArrayList<>();

  /** A job that is looked at once for each share, and then is over. */
  private static final class Watched implements RunningJob {

    private final Deque<Double> shares;
    private final @Nullable State end;

    Watched(@Nullable State end, Double... shares) {
      this.end = end;
      this.shares = new ArrayDeque<>(List.of(shares));
    }

    @Override
    public State await() {
      throw new AssertionError("a person is watching");
    }

    @Override
    public @Nullable State await(Duration patience) {
      if (!shares.isEmpty()) {
        return null;
      }
      if (end == null) {
        throw new IllegalStateException("it failed");
      }
      return end;
    }

    @Override
    public boolean isOver() {
      return shares.isEmpty();
    }

    @Override
    public double shareDone(long records) {
      return shares.remove();
    }

    @Override
    public Map<String, Long> counters() {
      return Map.of();
    }
  }

  @Test
  void allIsDone() {
    assertThat(Progress.await(new Watched(State.DONE, 0.0, 0.5), 200, bar::add))
        .isEqualTo(State.DONE);
    assertThat(bar).containsExactly(0L, 100L, 200L);
  }

  @Test
  void aJobThatFailsAfterAttemptsThatCountTwice() {
    assertThat(Progress.await(new Watched(State.FAILED, 0.9, 1.7), 200, bar::add))
        .isEqualTo(State.FAILED);
    assertThat(bar).containsExactly(180L, 199L);
    assertThatThrownBy(() -> Progress.await(new Watched(null, 1.0), 200, bar::add))
        .hasMessage("it failed");
    assertThat(bar).doesNotContain(200L);
  }
}
