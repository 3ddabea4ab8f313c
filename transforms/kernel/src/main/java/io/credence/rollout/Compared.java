package io.credence.rollout;

import io.credence.score.Scored;

/**
 * What two models say of one record.
 *
 * @param champion the score that serves
 * @param challenger the other one, of the same outputs, drawn with the same noise
 * @param distances how far apart the two predictive distributions of each output are, in the
 *     model's order: of numbers, {@link Distance#wasserstein} in the unit of the output; of
 *     classes, {@link Distance#totalVariation}. Shared: do not change
 */
@SuppressWarnings("ArrayRecordComponent") // Equality is not asked for, and a copy costs.
public record Compared(Scored champion, Scored challenger, double[] distances) {}
