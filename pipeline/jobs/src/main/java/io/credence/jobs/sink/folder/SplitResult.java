package io.credence.jobs.sink.folder;

import io.credence.deadletter.DeadLetterCode;
import io.credence.files.WrittenFile;
import io.credence.jobs.scoring.NumberedSplit;
import java.io.Serializable;
import java.util.EnumMap;
import org.jspecify.annotations.Nullable;

/**
 * What became of a split. The counts travel as data and not as metrics, so they stay exact when a
 * bundle is retried.
 *
 * @param task the split
 * @param scored how many rows were scored
 * @param scoredFile the file that holds them
 * @param deadLetters how many rows could not be scored, by code
 * @param deadLetterFile the file that holds those; null when there are none
 * @param challenger how many of all these went to the challenger of a canary
 * @param shadow what a challenger in the shadow said of those that were scored; null when there is
 *     none
 */
public record SplitResult(
    NumberedSplit task,
    long scored,
    WrittenFile scoredFile,
    EnumMap<DeadLetterCode, Long> deadLetters,
    @Nullable WrittenFile deadLetterFile,
    ChallengerCounts challenger,
    @Nullable ShadowResult shadow)
    implements Serializable {

  long deadLetterCount() {
    return deadLetters.values().stream().mapToLong(Long::longValue).sum();
  }

  long read() {
    return scored + deadLetterCount();
  }
}
