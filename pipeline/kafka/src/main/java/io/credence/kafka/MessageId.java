package io.credence.kafka;

/**
 * Where a message was read, which is who it is.
 *
 * @param topic the topic
 * @param partition from 0
 * @param offset from 0
 * @param reader which of a job's readers read it, from 0: the one that reads this partition
 */
public record MessageId(String topic, int partition, long offset, int reader) implements RecordId {

  /** Topic, partition and offset, such as {@code flights/3/1289}. */
  @Override
  public String toString() {
    return topic + "/" + partition + "/" + offset;
  }
}
