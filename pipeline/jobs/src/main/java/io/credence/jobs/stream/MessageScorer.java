package io.credence.jobs.stream;

import io.credence.beam.RecordReader;
import io.credence.beam.RecordScorer;
import io.credence.beam.Scoring;
import io.credence.beam.ScoringMetrics;
import io.credence.deadletter.UnscorableException;
import io.credence.kafka.Message;
import io.credence.kafka.OutgoingMessage;
import io.credence.messages.MessageCodec;
import io.credence.score.ScoreColumns;
import io.credence.score.Scored;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/**
 * Scores messages one by one.
 *
 * <p>Not thread-safe: it owns a scorer.
 */
final class MessageScorer {

  private final StreamJob job;
  private final RecordScorer<Message, Scored> scorer;
  private final MessageCodec codec;
  private final MessageHeaders headers;
  private final Ending ending = new Ending();

  MessageScorer(StreamJob job, ScoringMetrics metrics) {
    this.job = job;
    Scoring scoring = job.scoring();
    ScoreColumns columns = ScoreColumns.of(job.model().model(), job.spec());
    this.codec = job.format().open(scoring.fields(), columns, job.clients().registry());
    this.scorer = scoring.open(new Reader(codec), metrics);
    this.headers = new MessageHeaders(job.model());
  }

  /** The message with its score, or as a dead letter. */
  OutgoingMessage score(Message read) throws IOException {
    return scorer.score(read, ending);
  }

  /** Reads the message that the codec holds. */
  private record Reader(MessageCodec codec) implements RecordReader<Message> {

    @Override
    public void begin(Message message) throws UnscorableException, IOException {
      codec.read(message.value());
    }

    @Override
    public @Nullable Object read(Message message, int field) {
      return codec.value(field);
    }
  }

  private final class Ending implements RecordScorer.Ending<Message, Scored, OutgoingMessage> {

    @Override
    public OutgoingMessage scored(Message read, Scored score)
        throws UnscorableException, IOException {
      OutgoingMessage scored = read.to(job.output().topic(), codec.with(score), headers.of(read));
      MessageSize.requireAtMost(job.maxMessageBytes(), scored);
      return scored;
    }

    @Override
    public OutgoingMessage deadLetter(Message read, UnscorableException reason) {
      return read.to(job.deadLetters().topic(), read.value(), headers.of(read, reason));
    }
  }
}
