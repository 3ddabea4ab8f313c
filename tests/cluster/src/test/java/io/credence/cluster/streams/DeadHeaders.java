package io.credence.cluster.streams;

import static java.nio.charset.StandardCharsets.UTF_8;

import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.Header;

/**
 * What the headers of a dead letter say, but for the message, which is for people.
 *
 * @param feature null where no feature is at fault
 */
record DeadHeaders(
    String code, String feature, String topic, String partition, String offset, String timestamp) {

  private static final String PREFIX = "credence.dead_letter.";

  static DeadHeaders of(ConsumerRecord<byte[], byte[]> letter) {
    return new DeadHeaders(
        text(letter, "code"),
        text(letter, "feature"),
        text(letter, "topic"),
        text(letter, "partition"),
        text(letter, "offset"),
        text(letter, "timestamp"));
  }

  private static String text(ConsumerRecord<byte[], byte[]> letter, String name) {
    Header header = letter.headers().lastHeader(PREFIX + name);
    return header == null ? null : new String(header.value(), UTF_8);
  }
}
