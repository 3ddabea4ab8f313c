package io.credence.kafka;

import org.apache.beam.sdk.coders.Coder;
import org.apache.beam.sdk.transforms.PTransform;
import org.apache.beam.sdk.transforms.ParDo;
import org.apache.beam.sdk.values.PCollection;
import org.apache.beam.sdk.values.PDone;
import org.jspecify.annotations.Nullable;

/**
 * Writes messages to topics of one cluster.
 *
 * <p>A message without a key goes to the partition that has the number of the one it was read from,
 * modulo how many there are: a message that is written again goes where it went before, and the
 * order of a partition stays.
 */
public final class WriteMessages extends PTransform<PCollection<OutgoingMessage>, PDone> {

  private static final long serialVersionUID = 1;

  private final String brokers;
  private final ClientSettings clients;
  private final @Nullable String group;

  private WriteMessages(String brokers, ClientSettings clients, @Nullable String group) {
    this.brokers = brokers;
    this.clients = clients;
    this.group = group;
  }

  /** At least once: after a failure, some messages are written again. */
  public static WriteMessages atLeastOnce(String brokers, ClientSettings clients) {
    return new WriteMessages(brokers, clients, null);
  }

  /**
   * Exactly once, for who reads committed messages alone: those of a bundle are written in a
   * transaction, which also commits the offsets behind the messages that they were made from. What
   * a group has committed therefore is not written again.
   *
   * <p>The messages must come straight from {@link ReadMessages} of the same cluster, one for each
   * that was read and in their order, on a runner that keeps to it: Flink does, where the steps
   * between are chained.
   *
   * @param group the consumer group
   */
  public static WriteMessages exactlyOnce(String brokers, ClientSettings clients, String group) {
    return new WriteMessages(brokers, clients, group);
  }

  /** The coder of what is written. */
  public static Coder<OutgoingMessage> coder() {
    return new OutgoingMessageCoder();
  }

  @Override
  public PDone expand(PCollection<OutgoingMessage> messages) {
    messages.apply(
        ParDo.of(
            group == null
                ? new WriteFn(brokers, clients)
                : new TransactFn(brokers, clients, group)));
    return PDone.in(messages.getPipeline());
  }
}
