/**
 * The batch pipeline: splits of the input are read, scored and written in one step each, and
 * published together at the end. Start at {@link io.credence.jobs.batch.BatchPipeline}.
 */
@NullMarked
package io.credence.jobs.batch;

import org.jspecify.annotations.NullMarked;
