/**
 * Scoring: samples and their reduction in one step. Start at {@link io.credence.score.Scorer};
 * {@link io.credence.score.ScoreColumns} says how a score becomes columns.
 */
@NullMarked
package io.credence.score;

import org.jspecify.annotations.NullMarked;
