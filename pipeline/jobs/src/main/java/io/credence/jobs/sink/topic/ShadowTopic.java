package io.credence.jobs.sink.topic;

import io.credence.kafka.TopicLocation;
import java.io.Serializable;

/**
 * A topic of comparisons, in the cluster of the output.
 *
 * @param location where it is
 * @param maxMessageBytes the largest message that it takes
 */
public record ShadowTopic(TopicLocation location, int maxMessageBytes) implements Serializable {}
