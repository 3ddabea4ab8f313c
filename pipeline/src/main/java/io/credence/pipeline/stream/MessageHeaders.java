package io.credence.pipeline.stream;

import io.credence.beam.ModelRef;
import io.credence.deadletter.UnscorableException;
import io.credence.pipeline.kafka.Message;
import io.credence.pipeline.kafka.MessageId;
import java.nio.charset.StandardCharsets;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.header.internals.RecordHeaders;

/**
 * The headers of what is written: those of the message that was read, and behind them who it was
 * and what scored it, or why nothing could. A reader drops repeats by the record id.
 */
final class MessageHeaders {

  private static final String RECORD_ID = "credence.record_id";
  private static final String MODEL_NAME = "credence.model_name";
  private static final String MODEL_VERSION = "credence.model_version";
  private static final String MODEL_DIGEST = "credence.model_digest";
  private static final String DEAD = "credence.dead_letter.";

  private final byte[] name;
  private final byte[] version;
  private final byte[] digest;

  MessageHeaders(ModelRef model) {
    this.name = utf8(model.name());
    this.version = utf8(model.version());
    this.digest = utf8(model.digest().hex());
  }

  /** Of a message that was scored. */
  Headers of(Message message) {
    Headers headers = new RecordHeaders(message.headers());
    headers.add(RECORD_ID, utf8(message.id().toString()));
    headers.add(MODEL_NAME, name);
    headers.add(MODEL_VERSION, version);
    headers.add(MODEL_DIGEST, digest);
    return headers;
  }

  /** Of a message that could not be scored. */
  Headers of(Message message, UnscorableException reason) {
    Headers headers = of(message);
    MessageId id = message.id();
    headers.add(DEAD + "code", utf8(reason.code().name()));
    headers.add(DEAD + "message", utf8(reason.reason()));
    if (reason.feature() != null) {
      headers.add(DEAD + "feature", utf8(reason.feature()));
    }
    headers.add(DEAD + "topic", utf8(id.topic()));
    headers.add(DEAD + "partition", utf8(Integer.toString(id.partition())));
    headers.add(DEAD + "offset", utf8(Long.toString(id.offset())));
    headers.add(DEAD + "timestamp", utf8(Long.toString(message.timestamp())));
    return headers;
  }

  private static byte[] utf8(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
