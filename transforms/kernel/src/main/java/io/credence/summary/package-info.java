/**
 * Reduces posterior predictive samples to what a decision needs: median, highest-density and
 * equal-tailed intervals, a histogram, moments and exceedance probabilities.
 *
 * <p>Start at {@link io.credence.summary.Summarizer}: a {@link io.credence.summary.SummarySpec}
 * says what to compute, a {@link io.credence.summary.Summary} holds the figures of one record.
 * Every figure is a function of the sorted samples and lives in a class of its own; {@code
 * BucketOrder} is where the time goes, and explains how little.
 */
@NullMarked
package io.credence.summary;

import org.jspecify.annotations.NullMarked;
