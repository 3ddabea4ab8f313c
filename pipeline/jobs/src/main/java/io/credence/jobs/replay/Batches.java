package io.credence.jobs.replay;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;

/** Takes messages together with the offsets up to which their dead letters were read. */
interface Batches extends AutoCloseable {

  /** Takes nothing, for a dry run. */
  Batches NOWHERE = (messages, offsets) -> {};

  /** Both stay, or neither. */
  void commit(
      List<ProducerRecord<byte[], byte[]>> messages, Map<TopicPartition, OffsetAndMetadata> offsets)
      throws IOException;

  @Override
  default void close() {}
}
