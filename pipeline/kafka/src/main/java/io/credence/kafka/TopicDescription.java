package io.credence.kafka;

/**
 * What brokers say of a topic.
 *
 * @param cluster the id of their cluster
 * @param topic its name
 * @param partitions how many it has
 * @param maxMessageBytes the largest message that it takes, with its key and headers
 */
public record TopicDescription(String cluster, String topic, int partitions, int maxMessageBytes) {

  /** Whether both are one topic, by whatever addresses of brokers it was asked for. */
  public boolean isSameAs(TopicDescription other) {
    return cluster.equals(other.cluster) && topic.equals(other.topic);
  }

  /** The same, but nothing larger can be sent there. */
  TopicDescription withLargest(int bytes) {
    return new TopicDescription(cluster, topic, partitions, Math.min(maxMessageBytes, bytes));
  }
}
