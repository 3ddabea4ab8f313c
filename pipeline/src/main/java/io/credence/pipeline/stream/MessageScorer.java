package io.credence.pipeline.stream;

import io.credence.beam.ScoringMetrics;
import io.credence.deadletter.UnscorableException;
import io.credence.pipeline.kafka.Message;
import io.credence.pipeline.kafka.OutgoingMessage;
import io.credence.pipeline.message.MessageCodec;
import io.credence.predict.FieldReader;
import io.credence.score.ScoreColumns;
import io.credence.score.Scorer;
import java.io.IOException;

/**
 * Scores messages one by one.
 *
 * <p>Not thread-safe: it owns a scorer.
 */
final class MessageScorer {

  private static final FieldReader<MessageCodec> FIELDS = MessageCodec::value;

  private final StreamJob job;
  private final Scorer scorer;
  private final MessageCodec message;
  private final MessageHeaders headers;
  private final ScoringMetrics metrics;

  MessageScorer(StreamJob job, ScoringMetrics metrics) {
    this.job = job;
    this.scorer = Scorer.of(job.model().model(), job.spec());
    ScoreColumns columns = ScoreColumns.of(job.model().model(), job.spec());
    this.message = job.format().open(scorer.fields(), columns, job.clients().registry());
    this.headers = new MessageHeaders(job.model());
    this.metrics = metrics;
  }

  /** The message with its score, or as a dead letter. */
  OutgoingMessage score(Message read) throws IOException {
    metrics.begin();
    try {
      OutgoingMessage scored = scored(read);
      metrics.scored();
      return scored;
    } catch (UnscorableException e) {
      metrics.deadLetter(e.code());
      return read.to(job.deadLetters().topic(), read.value(), headers.of(read, e));
    }
  }

  private OutgoingMessage scored(Message read) throws UnscorableException, IOException {
    message.read(read.value());
    byte[] enriched = message.with(scorer.score(FIELDS, message));
    OutgoingMessage scored = read.to(job.output().topic(), enriched, headers.of(read));
    MessageSize.requireAtMost(job.maxMessageBytes(), scored);
    return scored;
  }
}
