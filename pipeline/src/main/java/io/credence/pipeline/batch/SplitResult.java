package io.credence.pipeline.batch;

import io.credence.deadletter.DeadLetterCode;
import java.io.Serializable;
import java.util.EnumMap;
import org.jspecify.annotations.Nullable;

/**
 * What became of a split. The counts travel as data and not as metrics, so they stay exact when a
 * bundle is retried.
 *
 * @param task the split
 * @param scored how many rows were scored
 * @param scoredFile where they lie until they are published
 * @param deadLetters how many rows could not be scored, by code
 * @param deadLetterFile where those lie until they are published; null when there are none
 */
record SplitResult(
    SplitTask task,
    long scored,
    String scoredFile,
    EnumMap<DeadLetterCode, Long> deadLetters,
    @Nullable String deadLetterFile)
    implements Serializable {

  long deadLetterCount() {
    return deadLetters.values().stream().mapToLong(Long::longValue).sum();
  }

  long read() {
    return scored + deadLetterCount();
  }
}
