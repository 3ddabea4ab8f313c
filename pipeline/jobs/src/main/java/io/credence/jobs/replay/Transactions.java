package io.credence.jobs.replay;

import io.credence.kafka.HeaderNames;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicReference;
import org.apache.kafka.clients.consumer.ConsumerGroupMetadata;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.InvalidProducerEpochException;
import org.apache.kafka.common.errors.ProducerFencedException;
import org.apache.kafka.common.errors.RecordTooLargeException;
import org.jspecify.annotations.Nullable;

/** Each batch is a transaction, which also holds the offsets of the group. */
final class Transactions implements Batches {

  private final Producer<byte[], byte[]> producer;
  private final String group;
  private final AtomicReference<@Nullable String> tooLarge = new AtomicReference<>();

  private Transactions(Producer<byte[], byte[]> producer, String group) {
    this.producer = producer;
    this.group = group;
  }

  /** Ends what an earlier replay of the same group has left open, so that its offsets are final. */
  static Transactions open(Producer<byte[], byte[]> producer, String group) {
    try {
      producer.initTransactions();
      return new Transactions(producer, group);
    } catch (RuntimeException e) {
      producer.close(Clients.PARTING);
      throw e;
    }
  }

  @Override
  public void commit(
      List<ProducerRecord<byte[], byte[]>> messages, Map<TopicPartition, OffsetAndMetadata> offsets)
      throws IOException {
    try {
      producer.beginTransaction();
      for (ProducerRecord<byte[], byte[]> message : messages) {
        // One that can't be sent makes the transaction fail.
        Future<RecordMetadata> unused =
            producer.send(message, (written, e) -> noteTooLarge(message, e));
      }
      producer.sendOffsetsToTransaction(offsets, new ConsumerGroupMetadata(group));
      producer.commitTransaction();
    } catch (KafkaException e) {
      throw new IOException(reason(e), e);
    }
  }

  /** No other place knows which of the many it was. */
  private void noteTooLarge(ProducerRecord<byte[], byte[]> message, @Nullable Exception failure) {
    if (failure instanceof RecordTooLargeException) {
      String id = OriginalHeaders.text(message.headers(), HeaderNames.REPLAY_OF);
      tooLarge.compareAndSet(null, id + ": " + failure.getMessage());
    }
  }

  private String reason(KafkaException e) {
    String message = tooLarge.get();
    if (message != null) {
      return message;
    }
    if (e instanceof ProducerFencedException || e instanceof InvalidProducerEpochException) {
      return "another replay with the group '%s' has begun, or this one stood still for too long"
          .formatted(group);
    }
    // What is wrong with a message comes as the cause of a transaction in a state of error.
    return e.getCause() instanceof KafkaException cause
        ? reason(cause)
        : String.valueOf(e.getMessage());
  }

  /** A transaction that is not complete is aborted. */
  @Override
  public void close() {
    producer.close(Clients.PARTING);
  }
}
