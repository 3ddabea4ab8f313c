package io.credence.parquet;

import java.io.Closeable;
import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.LongStream;
import org.apache.parquet.column.page.PageReadStore;
import org.apache.parquet.example.data.Group;
import org.apache.parquet.example.data.simple.convert.GroupRecordConverter;
import org.apache.parquet.filter2.columnindex.RowRanges;
import org.apache.parquet.filter2.compat.FilterCompat;
import org.apache.parquet.hadoop.ParquetFileReader;
import org.apache.parquet.hadoop.metadata.BlockMetaData;
import org.apache.parquet.hadoop.metadata.ColumnChunkMetaData;
import org.apache.parquet.hadoop.metadata.ColumnPath;
import org.apache.parquet.internal.filter2.columnindex.ColumnIndexStore;
import org.apache.parquet.io.ColumnIOFactory;
import org.apache.parquet.io.MessageColumnIO;
import org.apache.parquet.io.RecordReader;
import org.apache.parquet.schema.MessageType;
import org.jspecify.annotations.Nullable;

/**
 * The row groups of a file that a split touches, one open at a time. Where the split begins inside
 * of a row group, the page index tells which pages to fetch, if the file has one; if not, the rows
 * before are decoded but not assembled.
 */
final class RowGroups implements Closeable {

  private final ChannelInput in;
  private final ParquetFileReader file;
  private final ParquetSplit split;
  private final MessageType stored;
  private final MessageType schema;
  private final PathColumns.Completion path;
  private final NullFields nulls;
  private final MessageColumnIO columns;
  private final GroupRecordConverter converter;
  private int next;
  private long end;
  private @Nullable CheckedPages pages;
  private @Nullable RecordReader<Group> rows;

  RowGroups(ChannelInput in, ParquetFileReader file, ParquetSplit split) throws IOException {
    if (file.getRecordCount() < split.end()) {
      throw new IOException(
          split.file()
              + ": has "
              + file.getRecordCount()
              + " rows, but had at least "
              + split.end()
              + " before; files must not change while they are read");
    }
    this.in = in;
    this.file = file;
    this.split = split;
    this.stored = file.getFileMetaData().getSchema();
    MessageType output = split.output().of(split.file(), stored);
    this.schema = split.path().append(output);
    this.nulls = NullFields.of(stored, output);
    this.path = split.path().of(stored);
    this.columns = new ColumnIOFactory().getColumnIO(stored);
    this.converter = new GroupRecordConverter(split.path().append(stored));
  }

  /** Of the rows as they are written. */
  MessageType schema() {
    return schema;
  }

  /** What the footer says besides. */
  SaidMetadata said() {
    return new SaidMetadata(file.getFileMetaData().getKeyValueMetaData(), stored, schema);
  }

  /** The row at a position, which must be the one behind the row that was read before. */
  Group read(long row) throws IOException {
    if (row >= end || rows == null || pages == null) {
      rows = open(row);
    }
    Group group = rows.read();
    if (group == null) {
      throw new UnreadablePageException("there are no more rows");
    }
    if (row + 1 == end && pages != null) {
      pages.finish();
    }
    nulls.check(group);
    path.complete(group);
    return group;
  }

  /** The position of the row group that was opened last. */
  int current() {
    return next - 1;
  }

  private RecordReader<Group> open(long row) throws IOException {
    List<BlockMetaData> blocks = file.getRowGroups();
    while (end + blocks.get(next).getRowCount() <= row) {
      end += blocks.get(next++).getRowCount();
    }
    BlockMetaData block = blocks.get(next);
    long from = row - end;
    long to = Math.min(split.end() - end, block.getRowCount());
    end += block.getRowCount();
    closePages();
    return open(next++, block, from, to);
  }

  private RecordReader<Group> open(int index, BlockMetaData block, long from, long to)
      throws IOException {
    boolean whole = from == 0 && to == block.getRowCount();
    ColumnChunkMetaData last = block.getColumns().get(block.getColumns().size() - 1);
    List<PageWalk.Page> lastPages = PageWalk.of(in, last);
    Map<ColumnPath, PagePlaces> places = whole ? Map.of() : places(index, block);
    PagePlaces lastPlaces = places.get(last.getPath());
    if (lastPlaces != null && lastPlaces.areOf(lastPages)) {
      return reader(file.readFilteredRowGroup(index, range(from, to)), places, FilterCompat.NOOP);
    }
    return reader(
        file.readRowGroup(index),
        Map.of(),
        from == 0 ? FilterCompat.NOOP : FilterCompat.get(new SkipRows(from)));
  }

  private RecordReader<Group> reader(
      PageReadStore read, Map<ColumnPath, PagePlaces> places, FilterCompat.Filter filter) {
    pages = new CheckedPages(read, places, split.maxPageBytes(), stored.getColumns().size());
    return columns.getRecordReader(pages, converter, filter);
  }

  /**
   * Where the pages lie; empty where no index says so, or one that can't be right. It only saves
   * work, so all pages are read then.
   */
  private Map<ColumnPath, PagePlaces> places(int index, BlockMetaData block) {
    if (!hasPageIndex(block)) {
      return Map.of();
    }
    try {
      Map<ColumnPath, PagePlaces> places = new HashMap<>();
      ColumnIndexStore pageIndex = file.getColumnIndexStore(index);
      for (ColumnChunkMetaData column : block.getColumns()) {
        places.put(
            column.getPath(),
            PagePlaces.of(pageIndex.getOffsetIndex(column.getPath()), column, block.getRowCount()));
      }
      return places;
    } catch (RuntimeException e) {
      return Map.of(); // Bytes that are no index; a disk that fails does so again with the pages.
    }
  }

  private static RowRanges range(long from, long to) {
    RowRanges.Builder rows = RowRanges.builder();
    LongStream.range(from, to).forEach(rows::addSelectedRow);
    return rows.build();
  }

  private static boolean hasPageIndex(BlockMetaData block) {
    return block.getColumns().stream().allMatch(c -> c.getOffsetIndexReference() != null);
  }

  private void closePages() {
    if (pages != null) {
      pages.close();
      pages = null;
    }
  }

  @Override
  public void close() throws IOException {
    closePages();
    file.close();
  }
}
