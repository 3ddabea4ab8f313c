/**
 * Scores the rows of Parquet files into messages of a topic. Start at {@link
 * io.credence.jobs.filestotopic.ExportPipeline}.
 */
@NullMarked
package io.credence.jobs.filestotopic;

import org.jspecify.annotations.NullMarked;
