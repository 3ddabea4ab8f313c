package io.credence.jobs.sink.folder;

import java.io.Serializable;

/**
 * How many records went to the challenger of a canary or an A/B test.
 *
 * @param scored those that it scored
 * @param deadLetters those that it refused
 */
public record ChallengerCounts(long scored, long deadLetters) implements Serializable {

  static final ChallengerCounts NONE = new ChallengerCounts(0, 0);

  ChallengerCounts plus(ChallengerCounts other) {
    return new ChallengerCounts(scored + other.scored, deadLetters + other.deadLetters);
  }
}
