/**
 * Scores the messages of a Kafka topic as they come. Start at {@link
 * io.credence.pipeline.kafka.StreamPipeline}.
 */
@NullMarked
package io.credence.pipeline.kafka;

import org.jspecify.annotations.NullMarked;
