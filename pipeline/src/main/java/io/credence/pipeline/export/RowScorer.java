package io.credence.pipeline.export;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import io.credence.beam.ScoringMetrics;
import io.credence.deadletter.UnscorableException;
import io.credence.pipeline.kafka.Message;
import io.credence.pipeline.kafka.MessageId;
import io.credence.pipeline.kafka.OutgoingMessage;
import io.credence.pipeline.message.ScoredFields;
import io.credence.pipeline.parquet.GroupFormat;
import io.credence.pipeline.stream.MessageHeaders;
import io.credence.pipeline.stream.MessageSize;
import io.credence.predict.FieldReader;
import io.credence.score.ScoreColumns;
import io.credence.score.Scorer;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.List;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.parquet.example.data.Group;
import org.apache.parquet.schema.MessageType;
import org.jspecify.annotations.Nullable;

/**
 * Scores rows one by one, and makes messages of them.
 *
 * <p>Not thread-safe: it owns a scorer.
 */
final class RowScorer {

  private static final JsonFactory JSON = new JsonFactory();

  /** The time of writing, which brokers and clients then set. */
  private static final long NO_TIMESTAMP = -1;

  private final ExportJob job;
  private final Scorer scorer;
  private final ScoredFields fields;
  private final MessageHeaders headers;
  private final ScoringMetrics metrics;
  private final @Nullable String keyField;
  private String file = "";
  private @Nullable Rows rows;

  /** How the rows of a file are read. */
  private record Rows(
      GroupFormat format, FieldReader<Group> features, @Nullable FieldReader<Group> key) {}

  RowScorer(ExportJob job, ScoringMetrics metrics) {
    this.job = job;
    this.scorer = Scorer.of(job.model().model(), job.spec());
    this.fields = new ScoredFields(ScoreColumns.of(job.model().model(), job.spec()));
    this.headers = new MessageHeaders(job.model());
    this.metrics = metrics;
    this.keyField = job.spec().predict().keyField();
  }

  /** Says where the next rows come from. */
  void begin(String of, MessageType schema) {
    file = of;
    GroupFormat format = new GroupFormat(schema);
    rows =
        new Rows(
            format,
            format.reader(scorer.fields()),
            keyField == null ? null : format.reader(List.of(keyField)));
  }

  /** The row with its score, or as a dead letter. */
  OutgoingMessage score(long position, Group row) throws IOException {
    if (rows == null) {
      throw new IllegalStateException("begin() was not called");
    }
    MessageId id = new MessageId(file, 0, position, 0);
    Message read =
        new Message(id, NO_TIMESTAMP, key(rows.key(), row, id), null, new RecordHeaders());
    byte[] json = json(rows.format(), row);
    metrics.begin();
    try {
      byte[] enriched = enriched(json, fields.write(scorer.score(rows.features(), row)));
      OutgoingMessage scored = read.to(job.output().topic(), enriched, headers.of(read));
      MessageSize.requireAtMost(job.maxMessageBytes(), scored);
      metrics.scored();
      return scored;
    } catch (UnscorableException e) {
      metrics.deadLetter(e.code());
      return read.to(job.deadLetters().topic(), json, headers.of(read, e));
    }
  }

  /** The text of the key field; without one, or a value in it, the record's id. */
  private static byte[] key(@Nullable FieldReader<Group> reader, Group row, MessageId id) {
    Object key = reader == null ? null : reader.read(row, 0);
    return (key == null ? id.toString() : key.toString()).getBytes(UTF_8);
  }

  private static byte[] json(GroupFormat format, Group row) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (JsonGenerator out = JSON.createGenerator(bytes)) {
      format.writeJson(row, out);
    }
    return bytes.toByteArray();
  }

  /** A row has one column at least, so that there is something to put a comma behind. */
  private static byte[] enriched(byte[] json, byte[] scored) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream(json.length + scored.length + 1);
    bytes.write(json, 0, json.length - 1);
    bytes.write(',');
    bytes.write(scored, 0, scored.length);
    bytes.write('}');
    return bytes.toByteArray();
  }
}
