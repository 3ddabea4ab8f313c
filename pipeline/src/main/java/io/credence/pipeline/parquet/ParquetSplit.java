package io.credence.pipeline.parquet;

import java.io.Serializable;
import java.util.Objects;

/**
 * A run of rows of one file: what one worker reads at a time.
 *
 * @param file the file, as a local path or a URI that Beam's file systems know
 * @param bytes how many bytes the file had when the split was made, by which a file that was
 *     replaced since is told
 * @param firstRow position of the first row in the file, from 0
 * @param rows number of rows; 0 for a file that has none, whose schema is wanted
 */
public record ParquetSplit(String file, long bytes, long firstRow, long rows)
    implements Serializable {

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

  /** Position of the first row behind the split. */
  long end() {
    return firstRow + rows;
  }
}
