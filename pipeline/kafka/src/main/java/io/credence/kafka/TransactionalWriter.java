package io.credence.kafka;

import java.io.IOException;
import java.time.Duration;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerGroupMetadata;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.errors.InvalidProducerEpochException;
import org.apache.kafka.common.errors.ProducerFencedException;
import org.jspecify.annotations.Nullable;

/**
 * Writes messages in transactions, each of which also commits offsets of a consumer group: both
 * stay, or neither.
 *
 * <p>There is one writer at a time for each transactional id: a new one ends what earlier ones have
 * left open, and the brokers refuse what those still send. A transaction that fails is the last of
 * its writer, since only a new writer learns how it ended.
 *
 * <p>Not thread-safe.
 */
public final class TransactionalWriter implements AutoCloseable {

  private final Producer<byte[], byte[]> producer;
  private final MessageProducer messages;
  private final String group;
  private final Duration parting;
  private boolean begun;
  private @Nullable IOException failure;

  /** Writes through a producer that has a transactional id. */
  TransactionalWriter(Producer<byte[], byte[]> producer, String group, Duration parting) {
    this.producer = producer;
    // What was sent behind a message that failed is aborted with it.
    this.messages = new MessageProducer(producer, () -> {});
    this.group = group;
    this.parting = parting;
  }

  /**
   * A writer to the topics of one cluster; waits until what earlier ones with its id have left open
   * is ended, so that the group's offsets are final.
   *
   * @param id the transactional id
   * @param group the consumer group
   * @param parting how long {@link #close} may take to abort a transaction that is open; when zero,
   *     it stays open until the next writer begins, or for {@code transaction.timeout.ms}
   */
  public static TransactionalWriter open(
      String brokers, ClientSettings clients, String id, String group, Duration parting) {
    Map<String, Object> settings = clients.producer(brokers);
    settings.put(ProducerConfig.TRANSACTIONAL_ID_CONFIG, id);
    return open(ByteClients.producer(settings), group, parting);
  }

  static TransactionalWriter open(
      Producer<byte[], byte[]> producer, String group, Duration parting) {
    try {
      producer.initTransactions();
      return new TransactionalWriter(producer, group, parting);
    } catch (RuntimeException e) {
      // Left alone, it would try on, and fence its successors in the end.
      producer.close(parting);
      throw e;
    }
  }

  /**
   * Sends a message in the transaction that is open, or in a new one.
   *
   * @throws IOException when this one or an earlier one can't be written
   */
  public void write(OutgoingMessage message) throws IOException {
    requireNoFailure();
    try {
      begin();
      messages.send(message);
    } catch (IOException | KafkaException e) {
      throw fail(e);
    }
  }

  /**
   * Makes what was sent since the last time visible, together with offsets of the group; without
   * messages, commits the offsets alone.
   *
   * @param topic the topic that the group reads
   * @param next the offset of the next message of each of its partitions
   * @throws IOException when the transaction failed, or may have
   */
  public void commit(String topic, Map<Integer, Long> next) throws IOException {
    requireNoFailure();
    try {
      begin();
      messages.flush();
      producer.sendOffsetsToTransaction(
          GroupOffsets.of(topic, next), new ConsumerGroupMetadata(group));
      producer.commitTransaction();
      begun = false;
    } catch (IOException | KafkaException e) {
      throw fail(e);
    }
  }

  private void begin() {
    if (!begun) {
      producer.beginTransaction();
      begun = true;
    }
  }

  private void requireNoFailure() throws IOException {
    if (failure != null) {
      throw failure;
    }
  }

  private IOException fail(Exception e) {
    failure = isFenced(e) ? new IOException(fenced(), e) : failure(e);
    return failure;
  }

  private static IOException failure(Exception e) {
    return e instanceof IOException io ? io : new IOException(reason(e), e);
  }

  /** What is wrong with a message comes as the cause of a transaction in a state of error. */
  private static String reason(Throwable e) {
    return e.getCause() instanceof KafkaException cause
        ? reason(cause)
        : String.valueOf(e.getMessage());
  }

  private static boolean isFenced(@Nullable Throwable e) {
    return e instanceof ProducerFencedException
        || e instanceof InvalidProducerEpochException
        || (e != null && isFenced(e.getCause()));
  }

  private String fenced() {
    return "another writer of the group '%s' has begun, or this one stood still for too long"
        .formatted(group);
  }

  /** Gives up a transaction that is not complete. */
  @Override
  public void close() {
    producer.close(parting);
  }
}
