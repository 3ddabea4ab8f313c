/**
 * Plays records of a file as messages of a stream, each at its time. Start at {@link
 * io.credence.streaming.play.Player}.
 */
@NullMarked
package io.credence.streaming.play;

import org.jspecify.annotations.NullMarked;
