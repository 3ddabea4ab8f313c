/**
 * Shows a stream from end to end on one machine. Start at {@link
 * io.credence.streaming.StreamingSample}.
 */
@NullMarked
package io.credence.streaming;

import org.jspecify.annotations.NullMarked;
