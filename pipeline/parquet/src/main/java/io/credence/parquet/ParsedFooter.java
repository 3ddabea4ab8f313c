package io.credence.parquet;

import java.util.List;
import org.apache.parquet.hadoop.metadata.ParquetMetadata;

/**
 * A footer that was checked.
 *
 * @param metadata what Parquet's library makes of it
 * @param unknownTypes columns with a logical type that the library does not know, and leaves out
 */
record ParsedFooter(ParquetMetadata metadata, List<String> unknownTypes) {}
