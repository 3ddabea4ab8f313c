package io.credence.streaming.distinct;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRebalanceListener;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;

/**
 * Reads topics that Credence writes, as a member of a consumer group, and leaves out repeats.
 *
 * <p>What has to be remembered is committed with the offsets, as their metadata, so that a reader
 * that is started again, or is given another's partitions, goes on exactly. Whoever keeps results
 * in a store of its own, and wants them there once even when this reader is killed between storing
 * and committing, stores {@link #positions} in the transaction of the results, and gives them to
 * {@link DistinctMessages#restore} and {@code seek} instead of committing.
 *
 * <p>Not thread-safe, as the consumer isn't.
 *
 * @param <K> keys
 * @param <V> values
 */
public final class DistinctConsumer<K, V> implements AutoCloseable {

  private final Consumer<K, V> consumer;
  private final DistinctMessages distinct = new DistinctMessages();
  private long repeats;

  /**
   * Subscribes to topics.
   *
   * @param consumer with a {@code group.id}, with {@code enable.auto.commit} off, and without a
   *     subscription; closed with this one
   */
  public DistinctConsumer(Consumer<K, V> consumer, Collection<String> topics) {
    this.consumer = consumer;
    consumer.subscribe(topics, new Memory());
  }

  /**
   * The next messages that are new, perhaps none. Those of the last call count as done.
   *
   * @throws IllegalArgumentException when the group's offsets were committed by other programs
   */
  public List<ConsumerRecord<K, V>> poll(Duration patience) {
    List<ConsumerRecord<K, V>> found = new ArrayList<>();
    for (ConsumerRecord<K, V> message : consumer.poll(patience)) {
      if (distinct.isNew(message)) {
        found.add(message);
      } else {
        repeats++;
      }
    }
    return found;
  }

  /**
   * Commits all that was polled, with what has to be remembered of it.
   *
   * @throws org.apache.kafka.common.errors.OffsetMetadataTooLarge when that is more than the
   *     brokers take ({@code offset.metadata.max.bytes}, by default 4,096): at some 350 partitions
   *     of the input
   */
  public void commit() {
    consumer.commitSync(positions());
  }

  /** By partition the next offset, and what has to be remembered as its metadata. */
  public Map<TopicPartition, OffsetAndMetadata> positions() {
    Map<TopicPartition, OffsetAndMetadata> positions = new HashMap<>();
    for (TopicPartition partition : consumer.assignment()) {
      positions.put(
          partition,
          new OffsetAndMetadata(consumer.position(partition), distinct.state(partition)));
    }
    return positions;
  }

  /** How many repeats were left out. */
  public long repeats() {
    return repeats;
  }

  @Override
  public void close() {
    consumer.close();
  }

  /** Of each partition that this member is given, what the one before it has committed. */
  private final class Memory implements ConsumerRebalanceListener {

    @Override
    public void onPartitionsAssigned(Collection<TopicPartition> partitions) {
      Map<TopicPartition, OffsetAndMetadata> committed = consumer.committed(Set.copyOf(partitions));
      for (TopicPartition partition : partitions) {
        OffsetAndMetadata position = committed.get(partition);
        distinct.restore(partition, position == null ? "" : position.metadata());
      }
    }

    @Override
    public void onPartitionsRevoked(Collection<TopicPartition> partitions) {
      partitions.forEach(distinct::forget);
    }
  }
}
