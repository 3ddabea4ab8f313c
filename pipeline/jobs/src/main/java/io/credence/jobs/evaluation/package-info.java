/**
 * The job that compares predictions with labels: a source, evaluation, and the files that it leaves
 * behind. Start at {@link io.credence.jobs.evaluation.EvaluationJob}.
 */
@NullMarked
package io.credence.jobs.evaluation;

import org.jspecify.annotations.NullMarked;
