/**
 * Parquet files as rows that pass through unharmed, with columns appended behind them.
 *
 * <p>Start at {@link io.credence.parquet.ParquetInput}: it opens a file, knows its schema and cuts
 * it into {@link io.credence.parquet.ParquetSplit}s. A {@link io.credence.parquet.SplitReader}
 * reads the rows of one; {@link io.credence.parquet.GroupFields} takes from a row what scoring
 * needs; {@link io.credence.parquet.ScoredParquetWriter} writes the row and its scores; {@link
 * io.credence.parquet.GroupJson} renders a row that could not be scored.
 *
 * <p>Rows are Parquet's own {@code Group}s and not Avro records. Avro refuses column names with
 * spaces, dots or dashes, and has no unsigned integers, INT96 or nanoseconds, so rows would not
 * come out as they went in. A {@code Group} holds the physical values, and the file's own schema
 * travels with it: what this package does not understand it still copies.
 */
@NullMarked
package io.credence.parquet;

import org.jspecify.annotations.NullMarked;
