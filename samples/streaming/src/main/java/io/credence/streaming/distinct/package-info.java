/**
 * Reads what Credence wrote to a topic, each message once. Start at {@link
 * io.credence.streaming.distinct.DistinctConsumer}, or, where messages come from elsewhere than a
 * consumer of Kafka's own, at {@link io.credence.streaming.distinct.DistinctMessages}.
 */
@NullMarked
package io.credence.streaming.distinct;

import org.jspecify.annotations.NullMarked;
