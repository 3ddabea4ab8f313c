/**
 * Evaluation of a stream, where labels come later than predictions. Start at {@link
 * io.credence.jobs.late.LateEvaluation}.
 *
 * <p>What is known of a key is a value ({@link io.credence.jobs.late.Known}), and what it adds to
 * the figures follows from that value alone ({@link io.credence.jobs.late.KeyFigures}): so the
 * order in which predictions and labels come has no influence on a bit.
 */
@NullMarked
package io.credence.jobs.late;

import org.jspecify.annotations.NullMarked;
