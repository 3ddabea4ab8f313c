package io.credence.parquet;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import org.apache.parquet.bytes.BytesUtils;
import org.apache.parquet.column.ColumnDescriptor;
import org.apache.parquet.column.ValuesType;
import org.apache.parquet.column.page.DataPage;
import org.apache.parquet.column.page.DataPageV1;
import org.apache.parquet.column.page.DataPageV2;
import org.apache.parquet.column.values.ValuesReader;
import org.apache.parquet.column.values.rle.RunLengthBitPackingHybridDecoder;

/**
 * Counts the rows in the pages of a column. Where a row holds several values, each has a level, and
 * that of the first one is 0.
 */
final class RowCounter {

  /** Each is an object as long as its row is in memory, and a few bytes can stand for many. */
  private static final int MOST_IN_ROW = 1 << 23;

  private final ColumnDescriptor column;
  private long rows;
  private int inRow;

  RowCounter(ColumnDescriptor column) {
    this.column = column;
  }

  /** Rows in all pages so far. */
  long rows() {
    return rows;
  }

  /** Adds a page. */
  void add(DataPage page) {
    if (column.getMaxRepetitionLevel() == 0) {
      rows += page.getValueCount();
      return;
    }
    try {
      Levels levels =
          page instanceof DataPageV2 second ? levels(second) : levels((DataPageV1) page);
      for (int left = page.getValueCount(); left > 0; left--) {
        add(levels.next());
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void add(int level) {
    if (level == 0) {
      rows++;
      inRow = 0;
    } else if (rows == 0) {
      throw damaged("its first value does not begin a row");
    } else if (++inRow >= MOST_IN_ROW) {
      throw new UnreadablePageException(
          List.of(column.getPath()),
          "a row has more than %s values, which are too many".formatted(MOST_IN_ROW));
    }
  }

  private Levels levels(DataPageV1 page) throws IOException {
    ValuesReader levels = page.getRlEncoding().getValuesReader(column, ValuesType.REPETITION_LEVEL);
    levels.initFromPage(page.getValueCount(), page.getBytes().toInputStream());
    return levels::readInteger;
  }

  private Levels levels(DataPageV2 page) throws IOException {
    return new RunLengthBitPackingHybridDecoder(
            BytesUtils.getWidthFromMaxInt(column.getMaxRepetitionLevel()),
            page.getRepetitionLevels().toInputStream())
        ::readInt;
  }

  private UnreadablePageException damaged(String problem) {
    return UnreadablePageException.damaged(List.of(column.getPath()), problem);
  }

  @FunctionalInterface
  private interface Levels {
    int next() throws IOException;
  }
}
