package io.credence.jobs.stream;

import io.credence.beam.ModelRef;
import io.credence.deadletter.UnscorableException;
import io.credence.kafka.HeaderNames;
import io.credence.kafka.Message;
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
public final class MessageHeaders {

  private static final Headers NONE = new RecordHeaders();

  private final byte[] name;
  private final byte[] version;
  private final byte[] digest;

  public MessageHeaders(ModelRef model) {
    this.name = utf8(model.name());
    this.version = utf8(model.version());
    this.digest = utf8(model.digest().hex());
  }

  /** Of a message that was scored. */
  public Headers of(Message message) {
    return of(message.id(), message.headers());
  }

  /** Of a row that was scored. */
  public Headers of(RowId row) {
    return of(row, NONE);
  }

  private Headers of(RecordId id, Headers before) {
    Headers headers = new RecordHeaders(before);
    headers.add(HeaderNames.RECORD_ID, utf8(id.toString()));
    headers.add(HeaderNames.MODEL_NAME, name);
    headers.add(HeaderNames.MODEL_VERSION, version);
    headers.add(HeaderNames.MODEL_DIGEST, digest);
    return headers;
  }

  /** Of a message that could not be scored. */
  public Headers of(Message message, UnscorableException reason) {
    Headers headers = of(message);
    add(reason, headers);
    MessageId id = message.id();
    headers.add(HeaderNames.DEAD_LETTER_TOPIC, utf8(id.topic()));
    headers.add(HeaderNames.DEAD_LETTER_PARTITION, utf8(Integer.toString(id.partition())));
    headers.add(HeaderNames.DEAD_LETTER_OFFSET, utf8(Long.toString(id.offset())));
    if (message.timestamp() >= 0) {
      headers.add(HeaderNames.DEAD_LETTER_TIMESTAMP, utf8(Long.toString(message.timestamp())));
    }
    return headers;
  }

  /** Of a row that could not be scored. */
  public Headers of(RowId row, UnscorableException reason) {
    Headers headers = of(row);
    add(reason, headers);
    headers.add(HeaderNames.DEAD_LETTER_FILE, utf8(row.file()));
    headers.add(HeaderNames.DEAD_LETTER_ROW, utf8(Long.toString(row.row())));
    return headers;
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
