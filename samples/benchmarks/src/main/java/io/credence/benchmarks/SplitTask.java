package io.credence.benchmarks;

import io.credence.parquet.ParquetSplit;
import java.util.Locale;

/**
 * A split to be scored. Public, as Flink's own serializer asks for.
 *
 * @param index its position among all splits, from 0
 * @param of how many splits there are
 * @param split the rows
 */
public record SplitTask(int index, int of, ParquetSplit split) {

  /** The name that {@code credence score} gives to its output, without an ending. */
  String part() {
    return String.format(Locale.ROOT, "part-%05d-of-%05d", index, of);
  }
}
