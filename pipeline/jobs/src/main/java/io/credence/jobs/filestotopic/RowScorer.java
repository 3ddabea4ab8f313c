package io.credence.jobs.filestotopic;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import io.credence.beam.RecordScorer;
import io.credence.beam.Scoring;
import io.credence.beam.ScoringMetrics;
import io.credence.deadletter.UnscorableException;
import io.credence.jobs.stream.MessageHeaders;
import io.credence.jobs.stream.MessageSize;
import io.credence.kafka.OutgoingMessage;
import io.credence.kafka.RowId;
import io.credence.messages.ScoredFields;
import io.credence.parquet.GroupFormat;
import io.credence.predict.FieldReader;
import io.credence.score.ScoreColumns;
import io.credence.score.Scored;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.List;
import org.apache.kafka.common.header.Headers;
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

  /** Brokers and clients set it. */
  private static final long TIME_OF_WRITING = -1;

  private final ExportJob job;
  private final Scoring scoring;
  private final RecordScorer<Row, Scored> scorer;
  private final ScoredFields fields;
  private final MessageHeaders headers;
  private final @Nullable String keyField;
  private final Ending ending = new Ending();
  private String file = "";
  private @Nullable Rows rows;

  /** How the rows of a file are read. */
  private record Rows(
      GroupFormat format, FieldReader<Group> features, @Nullable FieldReader<Group> key) {}

  /**
   * A row.
   *
   * @param features reads it
   * @param key of its message
   * @param json the row as the value of a message
   */
  @SuppressWarnings("ArrayRecordComponent") // Never compared.
  private record Row(Group group, FieldReader<Group> features, RowId id, byte[] key, byte[] json) {

    @Nullable Object read(int field) {
      return features.read(group, field);
    }
  }

  RowScorer(ExportJob job, ScoringMetrics metrics) {
    this.job = job;
    this.scoring = job.scoring();
    this.scorer = scoring.open(Row::read, metrics);
    this.fields = new ScoredFields(ScoreColumns.of(job.model().model(), job.spec()));
    this.headers = new MessageHeaders(job.model());
    this.keyField = job.spec().predict().keyField();
  }

  /** Says where the next rows come from. */
  void begin(String of, MessageType schema) {
    file = of;
    GroupFormat format = new GroupFormat(schema);
    rows =
        new Rows(
            format,
            format.reader(scoring.fields()),
            keyField == null ? null : format.reader(List.of(keyField)));
  }

  /** The row with its score, or as a dead letter. */
  OutgoingMessage score(long position, Group row) throws IOException {
    if (rows == null) {
      throw new IllegalStateException("begin() was not called");
    }
    RowId id = new RowId(file, position);
    byte[] json = json(rows.format(), row);
    return scorer.score(new Row(row, rows.features(), id, key(rows.key(), row, id), json), ending);
  }

  private final class Ending implements RecordScorer.Ending<Row, Scored, OutgoingMessage> {

    @Override
    public OutgoingMessage scored(Row row, Scored score) throws UnscorableException, IOException {
      byte[] enriched = enriched(row.json(), fields.write(score));
      OutgoingMessage scored = message(job.output().topic(), row, enriched, headers.of(row.id()));
      MessageSize.requireAtMost(job.maxMessageBytes(), scored);
      return scored;
    }

    @Override
    public OutgoingMessage deadLetter(Row row, UnscorableException reason) {
      return message(job.deadLetters().topic(), row, row.json(), headers.of(row.id(), reason));
    }

    private OutgoingMessage message(String topic, Row row, byte[] value, Headers all) {
      return new OutgoingMessage(topic, row.id(), TIME_OF_WRITING, row.key(), value, all);
    }
  }

  /** The text of the key field; without one, or a value in it, the record's id. */
  private static byte[] key(@Nullable FieldReader<Group> reader, Group row, RowId id) {
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
