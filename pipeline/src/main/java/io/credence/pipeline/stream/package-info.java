/**
 * Scores the messages of a topic as they come. Start at {@link
 * io.credence.pipeline.stream.StreamPipeline}.
 */
@NullMarked
package io.credence.pipeline.stream;

import org.jspecify.annotations.NullMarked;
