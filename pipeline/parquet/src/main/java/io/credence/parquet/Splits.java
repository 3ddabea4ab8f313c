package io.credence.parquet;

import java.util.ArrayList;
import java.util.List;

/**
 * Cuts a file into splits. Row groups are what Parquet reads at once, so a cut lies between two of
 * them where it can: small neighbours are put together, and only a row group that is too large is
 * cut inside, into ranges whose sizes differ by one row at most.
 */
final class Splits {

  private final ParquetSplit file;
  private final long maxRows;
  private final List<ParquetSplit> splits = new ArrayList<>();
  private long first;
  private long pending;

  private Splits(ParquetSplit file, long maxRows) {
    if (maxRows < 1) {
      throw new IllegalArgumentException("maxRowsPerSplit must be at least 1, but is " + maxRows);
    }
    this.file = file;
    this.maxRows = maxRows;
  }

  /** The splits of a file, itself a split of all rows, with these row groups, in file order. */
  static List<ParquetSplit> of(ParquetSplit file, List<Long> rowGroups, long maxRows) {
    Splits splits = new Splits(file, maxRows);
    rowGroups.forEach(splits::add);
    splits.flush();
    return List.copyOf(splits.splits);
  }

  private void add(long rows) {
    if (pending > maxRows - rows) {
      flush();
    }
    if (rows <= maxRows) {
      pending += rows;
    } else {
      cut(rows);
    }
  }

  private void cut(long rows) {
    long parts = (rows - 1) / maxRows + 1;
    for (long part = 0; part < parts; part++) {
      pending = rows / parts + (part < rows % parts ? 1 : 0);
      flush();
    }
  }

  private void flush() {
    if (pending > 0) {
      splits.add(file.part(first, pending));
      first += pending;
      pending = 0;
    }
  }
}
