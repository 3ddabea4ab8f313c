/**
 * The batch pipeline: splits of the input are read, scored and written in one step each, and
 * published together at the end. Start at {@link io.credence.pipeline.batch.BatchPipeline}.
 */
@NullMarked
package io.credence.pipeline.batch;

import org.jspecify.annotations.NullMarked;
