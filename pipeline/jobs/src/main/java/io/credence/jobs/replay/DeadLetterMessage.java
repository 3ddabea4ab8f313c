package io.credence.jobs.replay;

import io.credence.kafka.DeadLetterPlace;
import io.credence.kafka.HeaderNames;
import io.credence.kafka.OutgoingMessage;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.Headers;
import org.jspecify.annotations.Nullable;

/** A message that a stream could not score, as the topic of dead letters has it. */
final class DeadLetterMessage {

  private DeadLetterMessage() {}

  /** Why it could not be scored; null when the message is no dead letter. */
  static @Nullable String code(ConsumerRecord<byte[], byte[]> message) {
    Headers headers = message.headers();
    return OriginalHeaders.text(headers, HeaderNames.RECORD_ID) == null
        ? null
        : OriginalHeaders.text(headers, HeaderNames.DEAD_LETTER_CODE);
  }

  /**
   * The message as it was before it became a dead letter. Its key alone chooses the partition, as
   * it did when the message was sent first.
   *
   * @param topic where it is sent
   */
  static OutgoingMessage original(String topic, ConsumerRecord<byte[], byte[]> deadLetter) {
    return new OutgoingMessage(
        topic,
        place(deadLetter),
        timestamp(deadLetter),
        deadLetter.key(),
        deadLetter.value(),
        OriginalHeaders.of(deadLetter.headers()));
  }

  private static DeadLetterPlace place(ConsumerRecord<byte[], byte[]> deadLetter) {
    return new DeadLetterPlace(
        deadLetter.topic() + "/" + deadLetter.partition() + "/" + deadLetter.offset());
  }

  /** From its header, since some topics give messages the time at which they arrive. */
  private static long timestamp(ConsumerRecord<byte[], byte[]> deadLetter) {
    String text = OriginalHeaders.text(deadLetter.headers(), HeaderNames.DEAD_LETTER_TIMESTAMP);
    return text != null && text.matches("\\d{1,18}")
        ? Long.parseLong(text)
        : deadLetter.timestamp();
  }
}
