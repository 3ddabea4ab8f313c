package io.credence.pipeline.batch;

import io.credence.pipeline.parquet.ParquetSplit;
import java.io.Serializable;
import java.util.Locale;

/**
 * A split to be scored.
 *
 * @param index its position among all splits, from 0, which names its output file
 * @param of how many splits there are
 * @param split the rows
 */
record SplitTask(int index, int of, ParquetSplit split) implements Serializable {

  /** The name of its output, such as {@code part-00003-of-00012.parquet}. */
  String outputName(String extension) {
    return String.format(Locale.ROOT, "part-%05d-of-%05d.%s", index, of, extension);
  }
}
