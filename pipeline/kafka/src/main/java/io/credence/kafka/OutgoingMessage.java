package io.credence.kafka;

import org.apache.kafka.common.header.Headers;
import org.jspecify.annotations.Nullable;

/**
 * A message to be written. Its arrays and headers are not to be changed.
 *
 * @param topic where to
 * @param id the record that it is made from
 * @param timestamp milliseconds since 1970-01-01T00:00:00Z; negative for the time of writing
 * @param key null for none
 * @param value null for a tombstone
 * @param headers in their order; a header's value may be null
 * @param beside a message of another topic that is written with this one, and in one transaction
 *     where there are transactions; null for none
 */
@SuppressWarnings("ArrayRecordComponent") // Never compared.
public record OutgoingMessage(
    String topic,
    RecordId id,
    long timestamp,
    byte @Nullable [] key,
    byte @Nullable [] value,
    Headers headers,
    @Nullable OutgoingMessage beside) {

  /** A message by itself. */
  public OutgoingMessage(
      String topic,
      RecordId id,
      long timestamp,
      byte @Nullable [] key,
      byte @Nullable [] value,
      Headers headers) {
    this(topic, id, timestamp, key, value, headers, null);
  }

  /** The same with another one beside it. */
  public OutgoingMessage with(OutgoingMessage other) {
    return new OutgoingMessage(topic, id, timestamp, key, value, headers, other);
  }
}
