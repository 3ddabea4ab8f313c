package io.credence.parquet;

import org.apache.parquet.column.ColumnReader;
import org.apache.parquet.filter.RecordFilter;
import org.apache.parquet.filter.UnboundRecordFilter;

/** Lets all rows pass but the first ones, which Parquet then skips without assembling them. */
final class SkipRows implements UnboundRecordFilter, RecordFilter {

  private long left;

  SkipRows(long rows) {
    left = rows;
  }

  @Override
  public RecordFilter bind(Iterable<ColumnReader> readers) {
    return this;
  }

  @Override
  public boolean isMatch() {
    return left-- <= 0;
  }
}
