package io.credence.cluster.streams;

import io.credence.kit.kafka.KafkaRecords;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.apache.kafka.clients.producer.ProducerRecord;

/** Numbered messages, each of another flight. */
final class Flights {

  /** One in so many was cancelled, and can't be scored. */
  static final int CANCELLED_EACH = 50;

  private Flights() {}

  static boolean cancelled(int number) {
    return number % CANCELLED_EACH == CANCELLED_EACH - 1;
  }

  static String json(int number) {
    return String.format(
        Locale.ROOT,
        "{\"flight\": %d, %s\"distance\": %d, \"carrier\": \"UA\", \"month\": %d}",
        number,
        cancelled(number) ? "" : "\"dep_delay\": " + number % 60 + ".50, ",
        200 + number % 2_000,
        1 + number % 12);
  }

  /** Keyed by its number. */
  static ProducerRecord<byte[], byte[]> message(String topic, int partition, int number) {
    return KafkaRecords.text(topic, partition, Integer.toString(number), json(number));
  }

  /** Those with the numbers from..to-1, spread over partitions. */
  static List<ProducerRecord<byte[], byte[]>> messages(
      String topic, int partitions, int from, int to) {
    List<ProducerRecord<byte[], byte[]>> messages = new ArrayList<>(to - from);
    for (int i = from; i < to; i++) {
      messages.add(message(topic, i % partitions, i));
    }
    return messages;
  }
}
