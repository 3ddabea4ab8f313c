package io.credence.pipeline.window;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.credence.beam.DeadLetter;
import io.credence.beam.ModelRef;
import io.credence.beam.RawBytes;
import io.credence.beam.RecordSource;
import io.credence.beam.ScoringMetrics;
import io.credence.deadletter.DeadLetterCode;
import io.credence.deadletter.UnscorableException;
import io.credence.pipeline.kafka.Message;
import io.credence.pipeline.kafka.MessageId;
import io.credence.pipeline.message.JsonMessage;
import io.credence.predict.FieldReader;
import io.credence.score.ScoreSpec;
import io.credence.score.Scorer;
import java.util.List;

/**
 * Scores messages one by one.
 *
 * <p>Not thread-safe: it owns a scorer.
 */
final class WindowScorer {

  private static final FieldReader<JsonMessage> FIELDS = JsonMessage::value;

  private final ModelRef model;
  private final Scorer scorer;
  private final JsonMessage fields;
  private final ScoringMetrics metrics;

  WindowScorer(ModelRef model, ScoreSpec spec, ScoringMetrics metrics) {
    this.model = model;
    this.scorer = Scorer.of(model.model(), spec);
    // A message is a column by itself, so nothing in it can clash with what scoring adds.
    this.fields = new JsonMessage(scorer.fields(), List.of());
    this.metrics = metrics;
  }

  ScoredMessage score(Message message) {
    metrics.begin();
    try {
      fields.read(message.value());
      ScoredMessage scored = new ScoredMessage(message, scorer.score(FIELDS, fields), null);
      metrics.scored();
      return scored;
    } catch (UnscorableException e) {
      metrics.deadLetter(e.code());
      return new ScoredMessage(message, null, letter(message, e));
    }
  }

  private DeadLetter letter(Message message, UnscorableException reason) {
    boolean decoded = reason.code() != DeadLetterCode.UNDECODABLE;
    byte[] value = message.value();
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
