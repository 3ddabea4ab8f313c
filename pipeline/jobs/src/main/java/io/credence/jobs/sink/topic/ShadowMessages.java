package io.credence.jobs.sink.topic;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.StreamWriteFeature;
import io.credence.beam.RecordReader;
import io.credence.beam.Scoring;
import io.credence.beam.Shadow;
import io.credence.beam.ShadowEnd;
import io.credence.deadletter.UnscorableException;
import io.credence.jobs.scoring.RecordMessage;
import io.credence.jobs.scoring.RecordMessages;
import io.credence.kafka.OutgoingMessage;
import io.credence.messages.JsonRow;
import io.credence.rollout.Compared;
import io.credence.rollout.ComparedColumns;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Makes a message of each comparison: a JSON object with a field for each of its columns, behind
 * the record's id.
 *
 * <p>Not thread-safe: it holds the comparison of one record at a time.
 */
final class ShadowMessages implements ShadowEnd<RecordMessage> {

  private static final JsonFactory JSON =
      JsonFactory.builder().enable(StreamWriteFeature.USE_FAST_DOUBLE_WRITER).build();

  private final ShadowTopic to;
  private final RecordMessages.Reader<?> records;
  private final ComparedColumns columns;
  private final JsonRow json;
  private final MessageHeaders headers;
  private @Nullable OutgoingMessage last;

  ShadowMessages(ShadowTopic to, RecordMessages.Reader<?> records, Scoring scoring, Shadow shadow) {
    this.to = to;
    this.records = records;
    this.columns = ComparedColumns.of(scoring.model().model(), shadow.scorer(), scoring.spec());
    this.json = new JsonRow(columns.columns());
    this.headers = new MessageHeaders(shadow.challenger());
  }

  @Override
  public RecordReader<RecordMessage> reader(List<String> fields) {
    return records.beside(fields);
  }

  @Override
  public void compared(RecordMessage record, Compared compared)
      throws UnscorableException, IOException {
    OutgoingMessage message =
        new OutgoingMessage(
            to.location().topic(),
            record.id(),
            record.timestamp(),
            record.key(),
            value(record, compared),
            headers.of(record.id(), record.headers()));
    MessageSize.requireAtMost(to.maxMessageBytes(), message);
    last = message;
  }

  private byte[] value(RecordMessage record, Compared compared) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream(1024);
    try (JsonGenerator out = JSON.createGenerator(bytes)) {
      out.writeStartObject();
      out.writeStringField("record_id", record.id().toString());
      json.write(columns.row(compared), out);
      out.writeEndObject();
    }
    return bytes.toByteArray();
  }

  @Override
  public void failed(RecordMessage record, String failure) {
    // It is counted, and leaves no message.
  }

  /** The message of a record, with the comparison of it beside, if there is one. */
  OutgoingMessage withComparison(OutgoingMessage message) {
    OutgoingMessage comparison = last;
    last = null;
    return comparison == null ? message : message.with(comparison);
  }
}
