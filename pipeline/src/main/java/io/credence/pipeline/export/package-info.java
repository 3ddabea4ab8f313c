/**
 * Scores the rows of Parquet files into messages of a topic. Start at {@link
 * io.credence.pipeline.export.ExportPipeline}.
 */
@NullMarked
package io.credence.pipeline.export;

import org.jspecify.annotations.NullMarked;
