package io.credence.pipeline.parquet;

import java.util.ArrayList;
import java.util.List;

/**
 * Cuts a file into splits. Row groups are what Parquet reads at once, so a cut lies between two of
 * them where it can: small neighbours are put together, and only a row group that is too large is
 * cut inside, into ranges whose sizes differ by one row at most.
 */
final class Splits {

  private final String file;
  private final long bytes;
  private final long maxRows;
  private final List<ParquetSplit> splits = new ArrayList<>();
  private long first;
  private long pending;

  private Splits(String file, long bytes, long maxRows) {
    if (maxRows < 1) {
      throw new IllegalArgumentException("maxRowsPerSplit must be at least 1, but is " + maxRows);
    }
    this.file = file;
    this.bytes = bytes;
    this.maxRows = maxRows;
  }

  /** The splits of a file with so many bytes and these row groups, in file order. */
  static List<ParquetSplit> of(String file, long bytes, List<Long> rowGroups, long maxRows) {
    Splits splits = new Splits(file, bytes, maxRows);
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
      splits.add(new ParquetSplit(file, bytes, first, pending));
      first += pending;
      pending = 0;
    }
  }
}
