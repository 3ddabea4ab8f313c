package io.credence.parquet;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.PrimitiveIterator;
import org.apache.parquet.column.ColumnDescriptor;
import org.apache.parquet.column.page.PageReadStore;
import org.apache.parquet.column.page.PageReader;
import org.apache.parquet.hadoop.metadata.ColumnPath;

/**
 * The pages of a row group, or of a range of its rows, checked as they are read: what they say of
 * themselves, how many rows they have, and how much of them is in memory at once.
 */
final class CheckedPages implements PageReadStore {

  /** As many pages of the largest size may be in memory, with one of each column. */
  private static final int LARGEST_AT_ONCE = 4;

  /**
   * What each column may have besides: writers make pages of 1 MiB, with a dictionary of as much.
   */
  private static final long OF_EACH_COLUMN = 4L << 20;

  private final PageReadStore pages;
  private final Map<ColumnPath, PagePlaces> places;
  private final long maxPageBytes;
  private final long maxBytes;
  private final Map<ColumnDescriptor, CheckedPageReader> readers = new LinkedHashMap<>();
  private long held;

  /**
   * Checks pages.
   *
   * @param places of each column where only some pages are read; empty when all are
   * @param columns how many are read at once
   */
  CheckedPages(
      PageReadStore pages, Map<ColumnPath, PagePlaces> places, long maxPageBytes, int columns) {
    this.pages = pages;
    this.places = places;
    this.maxPageBytes = maxPageBytes;
    this.maxBytes = mostBytes(maxPageBytes, columns);
  }

  @Override
  public PageReader getPageReader(ColumnDescriptor column) {
    return readers.computeIfAbsent(
        column,
        itself ->
            new CheckedPageReader(
                pages.getPageReader(column),
                column,
                places.get(ColumnPath.get(column.getPath())),
                this::hold));
  }

  /** The most that the pages of so many columns may take together. */
  static long mostBytes(long maxPageBytes, int columns) {
    return Math.max(LARGEST_AT_ONCE * maxPageBytes, OF_EACH_COLUMN * columns);
  }

  private void hold(long bytes) {
    held += bytes;
    if (held > maxBytes) {
      throw new UnreadablePageException(
          "pages of all columns together unpack to more than %s bytes, with --maxPageBytes=%s; set more if there is the memory"
              .formatted(maxBytes, maxPageBytes));
    }
  }

  /**
   * Checks, when the last row of a row group was read, that all columns have as many. Where only
   * some pages are read, each of them was checked against its place.
   */
  void finish() {
    if (places.isEmpty()) {
      readers.values().forEach(reader -> reader.finish(getRowCount()));
    }
  }

  @Override
  public long getRowCount() {
    return pages.getRowCount();
  }

  @Override
  public Optional<Long> getRowIndexOffset() {
    return pages.getRowIndexOffset();
  }

  @Override
  public Optional<PrimitiveIterator.OfLong> getRowIndexes() {
    return pages.getRowIndexes();
  }

  @Override
  public void close() {
    pages.close();
  }
}
