package io.credence.cli.report;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.credence.beam.ModelRef;

/**
 * What became of the records that a canary or an A/B test gave to the challenger. They are among
 * all records that are counted.
 *
 * @param model the challenger
 * @param scored how many it scored
 * @param deadLetters how many it refused
 */
public record ChallengerReport(
    ModelName model, long scored, @JsonProperty("dead_letters") long deadLetters) {

  /** Counts of records. */
  public static ChallengerReport of(ModelRef challenger, long scored, long deadLetters) {
    return new ChallengerReport(ModelName.of(challenger), scored, deadLetters);
  }
}
