package io.credence.pipeline.stream;

import io.credence.beam.ModelRef;
import java.nio.charset.StandardCharsets;
import org.apache.beam.sdk.io.kafka.KafkaRecord;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.header.internals.RecordHeaders;

/**
 * The headers of what is written: those of the message that was read, and behind them who it was
 * and what scored it. A reader that keeps the record ids it has seen drops repeats by them.
 */
final class MessageHeaders {

  static final String RECORD_ID = "credence.record_id";
  static final String MODEL_NAME = "credence.model_name";
  static final String MODEL_VERSION = "credence.model_version";
  static final String MODEL_DIGEST = "credence.model_digest";

  private static final byte[] NOTHING = {};

  private final byte[] name;
  private final byte[] version;
  private final byte[] digest;

  MessageHeaders(ModelRef model) {
    this.name = utf8(model.name());
    this.version = utf8(model.version());
    this.digest = utf8(model.digest().hex());
  }

  Headers of(KafkaRecord<byte[], byte[]> message) {
    Headers headers = new RecordHeaders();
    for (Header header : message.getHeaders()) {
      // A header without a value gets an empty one: Beam has no way to hand it on.
      headers.add(header.key(), header.value() == null ? NOTHING : header.value());
    }
    headers.add(RECORD_ID, utf8(id(message)));
    headers.add(MODEL_NAME, name);
    headers.add(MODEL_VERSION, version);
    headers.add(MODEL_DIGEST, digest);
    return headers;
  }

  /** Topic, partition and offset, such as {@code flights/3/1289}. */
  private static String id(KafkaRecord<byte[], byte[]> message) {
    return message.getTopic() + "/" + message.getPartition() + "/" + message.getOffset();
  }

  private static byte[] utf8(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
