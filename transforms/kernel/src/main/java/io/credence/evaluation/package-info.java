/**
 * Predictions against labels. An {@link io.credence.evaluation.Evaluator} scores a record and adds
 * what came of it to an {@link io.credence.evaluation.Evaluation}, of which two can be merged: with
 * the same bits in any order and any split of the records. An {@link
 * io.credence.evaluation.Assessment} says what it means.
 */
@NullMarked
package io.credence.evaluation;

import org.jspecify.annotations.NullMarked;
