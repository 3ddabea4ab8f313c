package io.credence.parquet;

import java.io.Serializable;
import java.util.Objects;

/**
 * A run of rows of one file: what one worker reads at a time.
 *
 * @param file the file, as a local path or a URI that Beam's file systems know
 * @param bytes how many bytes the file had when the split was made, by which a file that was
 *     replaced since is noticed
 * @param firstRow position of the first row in the file, from 0
 * @param rows number of rows; 0 for a file that has none, whose schema is wanted
 * @param maxPageBytes the most that a page may unpack to; all columns' pages together may unpack to
 *     four times as much, or 4 MiB for each column
 * @param path the columns that the file's path adds
 * @param output the schema with which the file's columns are written
 */
public record ParquetSplit(
    String file,
    long bytes,
    long firstRow,
    long rows,
    long maxPageBytes,
    PathColumns path,
    OutputSchema output)
    implements Serializable {

  /** The usual largest page: some writers make one of all values of a row group. */
  public static final long MAX_PAGE_BYTES = 1L << 28;

  /** A split of a file by itself, with pages of usual size, whose path adds no columns. */
  public ParquetSplit(String file, long bytes, long firstRow, long rows) {
    this(file, bytes, firstRow, rows, MAX_PAGE_BYTES, PathColumns.NONE, OutputSchema.OF_FILE);
  }

  public ParquetSplit {
    Objects.requireNonNull(file, "file");
    if (bytes < 0) {
      throw new IllegalArgumentException("bytes must be at least 0, but is " + bytes);
    }
    if (firstRow < 0) {
      throw new IllegalArgumentException("firstRow must be at least 0, but is " + firstRow);
    }
    if (rows < 0) {
      throw new IllegalArgumentException("rows must be at least 0, but is " + rows);
    }
  }

  /** The same file's rows from another one on. */
  ParquetSplit part(long first, long count) {
    return new ParquetSplit(file, bytes, first, count, maxPageBytes, path, output);
  }

  /** Position of the first row behind the split. */
  long end() {
    return firstRow + rows;
  }
}
