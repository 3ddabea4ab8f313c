package io.credence.jobs.runner;

import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.apache.beam.sdk.PipelineResult.State;
import org.jspecify.annotations.Nullable;

/** A job that was started. */
public interface RunningJob {

  /**
   * Waits until it is over, or left to run by itself.
   *
   * @throws RuntimeException when it failed, or what became of it is unknown; {@link #isOver} tells
   *     which
   */
  State await();

  /**
   * Waits for a while.
   *
   * @return null when it is not over yet
   */
  @Nullable State await(Duration patience);

  /** Whether it is known to be over, and to need its files no more. */
  boolean isOver();

  /**
   * Which share of the work is done, to show progress by; retries may count twice.
   *
   * @param records how many records there are, more than 0
   */
  double shareDone(long records);

  /** Why it was restarted, in a line for each time, by milliseconds since 1970. */
  default SortedMap<Long, String> failures() {
    return new TreeMap<>();
  }

  /**
   * How a job was stopped that ended as {@code DONE}; empty when it was not stopped.
   *
   * @param endless whether it has no end of its own, so that only a stop ends it like this
   */
  default Optional<Stop> stop(boolean endless) {
    return Optional.empty();
  }

  /**
   * What {@link io.credence.beam.ScoringMetrics} counted, by name, in a job that came to its end.
   */
  Map<String, Long> counters();
}
