package io.credence.jobs.sink.folder;

import io.credence.jobs.output.DeadLetterFile;
import io.credence.jobs.scoring.NumberedSplit;
import io.credence.parquet.SplitReader;
import java.io.IOException;
import java.nio.channels.WritableByteChannel;

/**
 * What the rows of splits become: a file for each split, and dead letters.
 *
 * <p>Not thread-safe.
 */
public interface SplitContent {

  /**
   * Takes all rows of a split.
   *
   * @param file receives what becomes of them
   * @param letters receives those that can't be scored
   */
  SplitRows.Counts write(
      NumberedSplit split, SplitReader rows, WritableByteChannel file, DeadLetterFile letters)
      throws IOException;

  /** Hands on the metrics of all rows so far. */
  void flush();
}
