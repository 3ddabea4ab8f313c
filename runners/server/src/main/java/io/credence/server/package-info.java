/**
 * Scores records over HTTP, with the bits of a batch. Start at {@link io.credence.server.Serve}.
 *
 * <p>{@code options} say what is asked for, {@code scoring} holds the models, {@code http} takes
 * requests to what answers them ({@code figure}, {@code records}, {@code inference}, {@code
 * operations}), and {@code refusal} says why it can't.
 */
@NullMarked
package io.credence.server;

import org.jspecify.annotations.NullMarked;
