package io.credence.jobs.sink.rolling;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.credence.beam.DeadLetter;
import io.credence.beam.ModelRef;
import io.credence.beam.RawBytes;
import io.credence.beam.RecordReader;
import io.credence.beam.RecordScorer;
import io.credence.beam.RecordSource;
import io.credence.beam.Scoring;
import io.credence.beam.ScoringMetrics;
import io.credence.deadletter.DeadLetterCode;
import io.credence.deadletter.UnscorableException;
import io.credence.kafka.Message;
import io.credence.kafka.MessageId;
import io.credence.messages.JsonMessage;
import io.credence.score.Scored;
import java.io.IOException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Scores messages, each of which becomes a row or a dead letter.
 *
 * <p>Not thread-safe: it owns a scorer.
 */
final class MessageRowScorer {

  private final Scoring scoring;
  private final RecordScorer<Message, Scored> scorer;
  private final Ending ending = new Ending();

  MessageRowScorer(Scoring scoring, ScoringMetrics metrics) {
    this.scoring = scoring;
    // A message is a column by itself, so nothing in it can clash with what scoring adds.
    this.scorer = scoring.open(new Reader(new JsonMessage(scoring.fields(), List.of())), metrics);
  }

  ScoredMessage score(Message message) throws IOException {
    return scorer.score(message, ending);
  }

  /** Reads the message whose fields were taken last. */
  private record Reader(JsonMessage fields) implements RecordReader<Message> {

    @Override
    public void begin(Message message) throws UnscorableException {
      fields.read(message.value());
    }

    @Override
    public @Nullable Object read(Message message, int field) {
      return fields.value(field);
    }
  }

  private final class Ending implements RecordScorer.Ending<Message, Scored, ScoredMessage> {

    @Override
    public ScoredMessage scored(Message message, Scored score) {
      return new ScoredMessage(message, score, null);
    }

    @Override
    public ScoredMessage deadLetter(Message message, UnscorableException reason) {
      return new ScoredMessage(message, null, letter(message, reason));
    }
  }

  private DeadLetter letter(Message message, UnscorableException reason) {
    boolean decoded = reason.code() != DeadLetterCode.UNDECODABLE;
    byte[] value = message.value();
    ModelRef model = scoring.model(scorer.isChallengers());
    return new DeadLetter(
        reason.code(),
        reason.reason(),
        reason.feature(),
        source(message),
        decoded && value != null ? line(value) : null,
        decoded || value == null ? null : RawBytes.copyOf(value),
        model.name(),
        model.version(),
        model.digest().hex());
  }

  /** JSON has line breaks between its parts alone, where a blank does as well. */
  private static String line(byte[] json) {
    return new String(json, UTF_8).replace('\n', ' ').replace('\r', ' ').strip();
  }

  private static RecordSource source(Message message) {
    MessageId id = message.id();
    Long timestamp = message.timestamp() < 0 ? null : message.timestamp();
    return new RecordSource(null, null, id.topic(), id.partition(), id.offset(), timestamp);
  }
}
