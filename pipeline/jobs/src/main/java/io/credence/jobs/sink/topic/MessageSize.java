package io.credence.jobs.sink.topic;

import io.credence.deadletter.DeadLetterCode;
import io.credence.deadletter.UnscorableException;
import io.credence.kafka.OutgoingMessage;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import org.apache.kafka.common.header.Header;
import org.jspecify.annotations.Nullable;

/** How large messages are to brokers. */
final class MessageSize {

  /** A batch's own fields, and those of fixed or small size of a record. */
  private static final int BATCH_AND_RECORD = 61 + 21;

  /** A header's two lengths. */
  private static final int HEADER = 10;

  private MessageSize() {}

  /** At most how many bytes a batch of nothing but this message has, before it is compressed. */
  static long of(OutgoingMessage message) {
    long size = BATCH_AND_RECORD;
    size += length(message.key());
    size += length(message.value());
    for (Header header : message.headers()) {
      size += HEADER;
      size += header.key().getBytes(StandardCharsets.UTF_8).length;
      size += length(header.value());
    }
    return size;
  }

  /**
   * Requires that a message with its score is not larger than its topic takes.
   *
   * @throws UnscorableException when it is
   */
  static void requireAtMost(int bytes, OutgoingMessage scored) throws UnscorableException {
    long size = of(scored);
    if (size > bytes) {
      throw new UnscorableException(
          DeadLetterCode.TOO_LARGE,
          String.format(
              Locale.ROOT,
              "has %,d bytes with its score, but %s takes %,d (max.message.bytes)",
              size,
              scored.topic(),
              bytes),
          null);
    }
  }

  private static int length(byte @Nullable [] bytes) {
    return bytes == null ? 0 : bytes.length;
  }
}
