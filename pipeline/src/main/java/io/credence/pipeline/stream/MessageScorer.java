package io.credence.pipeline.stream;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import io.credence.beam.DeadLetter;
import io.credence.beam.RawBytes;
import io.credence.beam.RecordSource;
import io.credence.beam.ScoringMetrics;
import io.credence.deadletter.DeadLetterCode;
import io.credence.deadletter.UnscorableException;
import io.credence.pipeline.kafka.TopicLocation;
import io.credence.pipeline.message.MessageCodec;
import io.credence.predict.FieldReader;
import io.credence.score.ScoreColumns;
import io.credence.score.Scorer;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import org.apache.beam.sdk.io.kafka.KafkaRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.jspecify.annotations.Nullable;

/**
 * Scores messages one by one.
 *
 * <p>Not thread-safe: it owns a scorer.
 */
final class MessageScorer {

  private static final JsonFactory JSON = new JsonFactory();
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

  /** The message with its score. */
  ProducerRecord<byte[], byte[]> score(KafkaRecord<byte[], byte[]> read)
      throws UnscorableException, IOException {
    metrics.begin();
    try {
      message.read(value(read));
      byte[] enriched = message.with(scorer.score(FIELDS, message));
      metrics.scored();
      return record(job.output(), read, enriched);
    } catch (UnscorableException e) {
      metrics.deadLetter(e.code());
      throw e;
    }
  }

  /** The message as a dead letter: as JSON when it is, else its bytes. */
  ProducerRecord<byte[], byte[]> deadLetter(
      KafkaRecord<byte[], byte[]> read, UnscorableException reason) throws IOException {
    byte[] value = value(read);
    boolean decoded = reason.code() != DeadLetterCode.UNDECODABLE;
    DeadLetter letter =
        new DeadLetter(
            reason.code(),
            reason.reason(),
            reason.feature(),
            source(read),
            decoded && value != null ? message.json() : null,
            decoded || value == null ? null : RawBytes.copyOf(value),
            job.model().name(),
            job.model().version(),
            job.model().digest().hex());
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (JsonGenerator out = JSON.createGenerator(bytes)) {
      letter.writeJson(out);
    }
    return record(job.deadLetters(), read, bytes.toByteArray());
  }

  private static RecordSource source(KafkaRecord<byte[], byte[]> read) {
    return new RecordSource(
        null, null, read.getTopic(), read.getPartition(), read.getOffset(), read.getTimestamp());
  }

  private ProducerRecord<byte[], byte[]> record(
      TopicLocation to, KafkaRecord<byte[], byte[]> read, byte[] value) {
    // Messages of old formats have none, and get the time of writing.
    Long timestamp = read.getTimestamp() < 0 ? null : read.getTimestamp();
    return new ProducerRecord<>(
        to.topic(), null, timestamp, read.getKV().getKey(), value, headers.of(read));
  }

  /** Null for a tombstone, whatever Beam's signature says. */
  private static byte @Nullable [] value(KafkaRecord<byte[], byte[]> read) {
    return read.getKV().getValue();
  }
}
