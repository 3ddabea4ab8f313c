package io.credence.kafka;

import org.apache.kafka.common.header.Headers;
import org.jspecify.annotations.Nullable;

/** A message that was read. Its arrays and headers are not to be changed. */
public final class Message {

  private final MessageId id;
  private final long timestamp;
  private final byte @Nullable [] key;
  private final byte @Nullable [] value;
  private final Headers headers;

  /**
   * A message.
   *
   * @param id where it was read
   * @param timestamp milliseconds since 1970-01-01T00:00:00Z; -1 for messages of old formats, which
   *     have none
   * @param key null for none
   * @param value null for a tombstone
   * @param headers in their order; a header's value may be null
   */
  public Message(
      MessageId id,
      long timestamp,
      byte @Nullable [] key,
      byte @Nullable [] value,
      Headers headers) {
    this.id = id;
    this.timestamp = timestamp;
    this.key = key;
    this.value = value;
    this.headers = headers;
  }

  public MessageId id() {
    return id;
  }

  /** Milliseconds since 1970-01-01T00:00:00Z, or -1. */
  public long timestamp() {
    return timestamp;
  }

  public byte @Nullable [] key() {
    return key;
  }

  public byte @Nullable [] value() {
    return value;
  }

  public Headers headers() {
    return headers;
  }

  @Override
  public String toString() {
    return id.toString();
  }
}
