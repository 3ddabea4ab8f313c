package io.credence.pipeline.kafka;

/**
 * What brokers say of a topic.
 *
 * @param cluster the id of their cluster
 * @param partitions how many it has
 * @param maxMessageBytes the largest message that it takes, with its key and headers
 */
public record TopicFacts(String cluster, int partitions, int maxMessageBytes) {}
