package io.credence.streaming.distinct;

import java.util.HashMap;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;

/**
 * Tells messages that are new from those that a stream wrote again, after it had lost a machine.
 *
 * <p>The rule: in one partition, the messages that were made from one partition of the input come
 * in the order of their offsets there, except that the stream goes back some way after a loss. So a
 * message is a repeat exactly when its {@code credence.record_id} holds no higher offset than the
 * highest seen before it <em>in the same partition</em> from the same partition of the input. The
 * section "Dropping repeats" of docs/stream-guarantees.md has the argument, and what it rests on.
 *
 * <p>What has to be remembered is one number per pair of partitions, however long the stream. It
 * can be had as text, to be kept together with the position up to which messages were read: kept
 * apart from it, or later or earlier, repeats would pass or messages get lost.
 *
 * <p>Messages of a partition must be given in the order of their offsets, each once, and none left
 * out. Not thread-safe.
 */
public final class DistinctMessages {

  private final Map<TopicPartition, SeenOffsets> seen = new HashMap<>();

  /**
   * Takes the next message of its partition.
   *
   * @return whether it is new; true for any message that Credence has not written
   * @throws IllegalArgumentException when its header {@code credence.record_id} holds no id
   */
  public boolean isNew(ConsumerRecord<?, ?> message) {
    TopicPartition partition = new TopicPartition(message.topic(), message.partition());
    return RecordId.of(message)
        .map(id -> seen.computeIfAbsent(partition, p -> new SeenOffsets()).add(id))
        .orElse(true);
  }

  /**
   * What has to be remembered of a partition: a short text, empty for a partition of which nothing
   * has to be. It takes about as many characters as the input has partitions, times the digits of
   * their offsets.
   */
  public String state(TopicPartition partition) {
    SeenOffsets offsets = seen.get(partition);
    return offsets == null ? "" : offsets.toString();
  }

  /**
   * Goes on with a partition where the text was taken, which may have been another reader.
   *
   * @param state what {@link #state} gave; empty for the beginning
   * @throws IllegalArgumentException when it is something else
   */
  public void restore(TopicPartition partition, String state) {
    try {
      seen.put(partition, SeenOffsets.parse(state));
    } catch (IllegalArgumentException e) {
      throw new IllegalArgumentException(
          partition + ": is no state of a reader that drops repeats: " + e.getMessage(), e);
    }
  }

  /** Forgets a partition, which another reader has now. */
  public void forget(TopicPartition partition) {
    seen.remove(partition);
  }
}
