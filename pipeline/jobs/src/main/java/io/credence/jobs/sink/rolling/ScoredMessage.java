package io.credence.jobs.sink.rolling;

import io.credence.beam.DeadLetter;
import io.credence.kafka.Message;
import io.credence.score.Scored;
import org.jspecify.annotations.Nullable;

/**
 * What became of a message: one of the two.
 *
 * @param message the message
 * @param scored its score
 * @param deadLetter why it has none
 */
public record ScoredMessage(
    Message message, @Nullable Scored scored, @Nullable DeadLetter deadLetter) {}
