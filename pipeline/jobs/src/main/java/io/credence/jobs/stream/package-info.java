/**
 * Scores the messages of a topic as they come. Start at {@link
 * io.credence.jobs.stream.StreamPipeline}.
 */
@NullMarked
package io.credence.jobs.stream;

import org.jspecify.annotations.NullMarked;
