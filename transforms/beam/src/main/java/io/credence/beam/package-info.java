/**
 * Scoring as Beam transforms. {@link io.credence.beam.Score} draws samples and reduces them in one
 * step; {@link io.credence.beam.SamplePredictive} and {@link io.credence.beam.SummarizeSamples} do
 * each by itself. A model comes in as a {@link io.credence.beam.ModelRef}, a record as anything
 * that has a {@link io.credence.beam.RecordFormat}.
 */
@NullMarked
package io.credence.beam;

import org.jspecify.annotations.NullMarked;
