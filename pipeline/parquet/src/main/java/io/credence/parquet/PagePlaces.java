package io.credence.parquet;

import java.util.List;
import java.util.stream.IntStream;
import org.apache.parquet.column.page.DataPage;
import org.apache.parquet.hadoop.metadata.ColumnChunkMetaData;
import org.apache.parquet.internal.column.columnindex.OffsetIndex;

/** Where the page index says that the pages of a column lie, and which rows they hold. */
final class PagePlaces {

  private final OffsetIndex index;
  private final long rows;
  private int page;

  private PagePlaces(OffsetIndex index, long rows) {
    this.index = index;
    this.rows = rows;
  }

  /**
   * Takes the index of a column, which must fit into its bytes and its rows.
   *
   * @param rows of the row group
   */
  static PagePlaces of(OffsetIndex index, ColumnChunkMetaData column, long rows) {
    long position = column.getStartingPos();
    long end = position + column.getTotalSize();
    for (int page = 0; page < index.getPageCount(); page++) {
      long first = index.getFirstRowIndex(page);
      long last = index.getLastRowIndex(page, rows);
      int size = index.getCompressedPageSize(page);
      if (index.getOffset(page) < position
          || size < 0
          || size > end - index.getOffset(page)
          || (page == 0 && first != 0)
          || last < first) {
        throw UnreadablePageException.damaged(
            column.getPath(), "its page index contradicts itself at page " + page);
      }
      position = index.getOffset(page) + size;
    }
    if (index.getPageCount() == 0) {
      throw UnreadablePageException.damaged(column.getPath(), "its page index has no pages");
    }
    return new PagePlaces(index, rows);
  }

  /** Whether the pages of the column, all of them, lie where the index says. */
  boolean areOf(List<PageWalk.Page> pages) {
    List<PageWalk.Page> ofData = pages.stream().filter(PageWalk.Page::ofData).toList();
    return ofData.size() == index.getPageCount()
        && IntStream.range(0, ofData.size()).allMatch(i -> isAt(i, ofData.get(i)));
  }

  private boolean isAt(int i, PageWalk.Page walked) {
    return index.getOffset(i) == walked.start() && index.getCompressedPageSize(i) == walked.size();
  }

  /** The rows of a page. Pages are asked for in their order; some may be left out. */
  long rows(DataPage read) {
    long first = read.getFirstRowIndex().orElseThrow();
    while (index.getFirstRowIndex(page) < first) {
      page++;
    }
    return index.getLastRowIndex(page, rows) - first + 1;
  }
}
