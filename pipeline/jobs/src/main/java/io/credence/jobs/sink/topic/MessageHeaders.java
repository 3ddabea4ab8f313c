package io.credence.jobs.sink.topic;

import io.credence.beam.ModelRef;
import io.credence.deadletter.UnscorableException;
import io.credence.jobs.scoring.RecordMessage;
import io.credence.kafka.HeaderNames;
import io.credence.kafka.MessageId;
import io.credence.kafka.RecordId;
import io.credence.kafka.RowId;
import java.nio.charset.StandardCharsets;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.header.internals.RecordHeaders;

/**
 * The headers of what is written: those of the message that was read, and behind them who it was
 * and what scored it, or why nothing could. A reader drops repeats by the record id.
 */
final class MessageHeaders {

  private final byte[] name;
  private final byte[] version;
  private final byte[] digest;

  MessageHeaders(ModelRef model) {
    this.name = utf8(model.name());
    this.version = utf8(model.version());
    this.digest = utf8(model.digest().hex());
  }

  /**
   * Of a record that was scored.
   *
   * @param before the headers that it had
   */
  Headers of(RecordId id, Headers before) {
    Headers headers = new RecordHeaders(before);
    headers.add(HeaderNames.RECORD_ID, utf8(id.toString()));
    headers.add(HeaderNames.MODEL_NAME, name);
    headers.add(HeaderNames.MODEL_VERSION, version);
    headers.add(HeaderNames.MODEL_DIGEST, digest);
    return headers;
  }

  /** Of a record that could not be scored: with why, and where it was. */
  Headers of(RecordMessage record, UnscorableException reason) {
    Headers headers = of(record.id(), record.headers());
    add(reason, headers);
    if (record.id() instanceof MessageId message) {
      addPlace(message, record.timestamp(), headers);
    } else if (record.id() instanceof RowId row) {
      headers.add(HeaderNames.DEAD_LETTER_FILE, utf8(row.file()));
      headers.add(HeaderNames.DEAD_LETTER_ROW, utf8(Long.toString(row.row())));
    }
    return headers;
  }

  private static void addPlace(MessageId id, long timestamp, Headers headers) {
    headers.add(HeaderNames.DEAD_LETTER_TOPIC, utf8(id.topic()));
    headers.add(HeaderNames.DEAD_LETTER_PARTITION, utf8(Integer.toString(id.partition())));
    headers.add(HeaderNames.DEAD_LETTER_OFFSET, utf8(Long.toString(id.offset())));
    if (timestamp >= 0) {
      headers.add(HeaderNames.DEAD_LETTER_TIMESTAMP, utf8(Long.toString(timestamp)));
    }
  }

  private static void add(UnscorableException reason, Headers headers) {
    headers.add(HeaderNames.DEAD_LETTER_CODE, utf8(reason.code().name()));
    headers.add(HeaderNames.DEAD_LETTER_MESSAGE, utf8(reason.reason()));
    if (reason.feature() != null) {
      headers.add(HeaderNames.DEAD_LETTER_FEATURE, utf8(reason.feature()));
    }
  }

  private static byte[] utf8(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
