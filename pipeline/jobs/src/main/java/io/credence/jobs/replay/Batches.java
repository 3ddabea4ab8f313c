package io.credence.jobs.replay;

import io.credence.kafka.OutgoingMessage;
import io.credence.kafka.TransactionalWriter;
import java.io.IOException;
import java.util.List;
import java.util.Map;

/** Takes messages together with the offsets up to which their dead letters were read. */
interface Batches {

  /** Takes nothing, for a dry run. */
  Batches NOWHERE = (messages, next) -> {};

  /**
   * Both stay, or neither.
   *
   * @param next the offset of the next dead letter of partitions
   */
  void commit(List<OutgoingMessage> messages, Map<Integer, Long> next) throws IOException;

  /**
   * Each batch in a transaction.
   *
   * @param topic of the dead letters
   */
  static Batches of(TransactionalWriter writer, String topic) {
    return (messages, next) -> {
      for (OutgoingMessage message : messages) {
        writer.write(message);
      }
      writer.commit(topic, next);
    };
  }
}
