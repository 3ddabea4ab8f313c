package io.credence.streaming.distinct;

import static java.nio.charset.StandardCharsets.UTF_8;

import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;

/** Messages as Credence writes them. */
final class Written {

  static final String OUTPUT = "flights-scored";

  private Written() {}

  static TopicPartition partition(int partition) {
    return new TopicPartition(OUTPUT, partition);
  }

  /** A message of the output that was made from a message of the topic flights. */
  static ConsumerRecord<byte[], byte[]> message(int partition, String id) {
    return message(partition, "flights", id);
  }

  static ConsumerRecord<byte[], byte[]> message(int partition, String model, String id) {
    ConsumerRecord<byte[], byte[]> message = plain(partition);
    message.headers().add("credence.record_id", id.getBytes(UTF_8));
    message.headers().add("credence.model_name", model.getBytes(UTF_8));
    return message;
  }

  /** A message of another program. */
  static ConsumerRecord<byte[], byte[]> plain(int partition) {
    return new ConsumerRecord<>(OUTPUT, partition, 0, new byte[0], new byte[0]);
  }
}
