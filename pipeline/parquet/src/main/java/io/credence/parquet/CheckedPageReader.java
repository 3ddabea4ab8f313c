package io.credence.parquet;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.List;
import java.util.function.LongConsumer;
import java.util.function.Supplier;
import org.apache.parquet.column.ColumnDescriptor;
import org.apache.parquet.column.page.DataPage;
import org.apache.parquet.column.page.DataPageV1;
import org.apache.parquet.column.page.DataPageV2;
import org.apache.parquet.column.page.DictionaryPage;
import org.apache.parquet.column.page.PageReader;
import org.apache.parquet.schema.PrimitiveType.PrimitiveTypeName;
import org.jspecify.annotations.Nullable;

/** The pages of a column, checked as they are read. */
final class CheckedPageReader implements PageReader {

  private final PageReader pages;
  private final ColumnDescriptor column;
  private final @Nullable PagePlaces places;
  private final RowCounter counter;
  private final LongConsumer hold;
  private long bytes;

  /**
   * Reads the pages of a column.
   *
   * @param places where the pages should be, when not all of them are read
   * @param hold receives by how many bytes the column's memory grows, or shrinks if negative
   */
  CheckedPageReader(
      PageReader pages, ColumnDescriptor column, @Nullable PagePlaces places, LongConsumer hold) {
    this.pages = pages;
    this.column = column;
    this.places = places;
    this.counter = new RowCounter(column);
    this.hold = hold;
  }

  @Override
  public @Nullable DictionaryPage readDictionaryPage() {
    DictionaryPage page = read(pages::readDictionaryPage);
    if (page != null) {
      long size = page.getBytes().size();
      // Room for all entries is made before the first one is read.
      if (page.getDictionarySize() < 0 || page.getDictionarySize() > size) {
        throw damaged(
            "a dictionary says %s values in %s bytes".formatted(page.getDictionarySize(), size));
      }
      hold.accept(size);
      checkLengths(page);
    }
    return page;
  }

  /** Bytes of any length lie behind their length, which Parquet's library believes. */
  private void checkLengths(DictionaryPage page) {
    if (column.getPrimitiveType().getPrimitiveTypeName() != PrimitiveTypeName.BINARY) {
      return;
    }
    ByteBuffer bytes =
        ByteBuffer.wrap(PageDecompressor.bytes(page.getBytes())).order(ByteOrder.LITTLE_ENDIAN);
    for (int value = 0; value < page.getDictionarySize(); value++) {
      int length = bytes.remaining() < Integer.BYTES ? -1 : bytes.getInt();
      if (length < 0 || length > bytes.remaining()) {
        throw damaged("value %s of a dictionary does not lie in it".formatted(value));
      }
      bytes.position(bytes.position() + length);
    }
  }

  @Override
  public long getTotalValueCount() {
    return pages.getTotalValueCount();
  }

  @Override
  public @Nullable DataPage readPage() {
    DataPage page = read(pages::readPage);
    if (page != null) {
      if (page.getValueCount() < 0) {
        throw damaged("a page says " + page.getValueCount() + " values");
      }
      long size = size(page);
      hold.accept(size - bytes);
      bytes = size;
      count(page);
    }
    return page;
  }

  private void count(DataPage page) {
    long before = counter.rows();
    counter.add(page);
    long rows = counter.rows() - before;
    if (page instanceof DataPageV2 second && !saysValuesForRows(second)) {
      checkRows("says", second.getRowCount(), rows);
    }
    if (places != null) {
      checkRows("should have, says the page index,", places.rows(page), rows);
    }
  }

  /**
   * Arrow's C++ library before 2023 wrote the number of values for that of rows. The levels, by
   * which rows are read, say the true one.
   */
  private boolean saysValuesForRows(DataPageV2 page) {
    return column.getMaxRepetitionLevel() > 0 && page.getRowCount() == page.getValueCount();
  }

  private void checkRows(String says, long expected, long rows) {
    if (expected != rows) {
      throw damaged("a page %s %s rows, but has %s".formatted(says, expected, rows));
    }
  }

  private static long size(DataPage page) {
    return page instanceof DataPageV2 second
        ? second.getRepetitionLevels().size()
            + second.getDefinitionLevels().size()
            + second.getData().size()
        : ((DataPageV1) page).getBytes().size();
  }

  /** Checks, when all rows were read, that there were as many. */
  void finish(long rows) {
    while (readPage() != null) {
      // A page that no row needed is counted all the same.
    }
    if (counter.rows() != rows) {
      throw damaged(
          "its pages have %s rows, but the row group has %s".formatted(counter.rows(), rows));
    }
  }

  /** Parquet's library does not say in which column a page can't be decompressed. */
  private <T> @Nullable T read(Supplier<? extends @Nullable T> page) {
    try {
      return page.get();
    } catch (RuntimeException e) {
      throw new UnreadablePageException(List.of(column.getPath()), Reason.of(e));
    }
  }

  private UnreadablePageException damaged(String problem) {
    return UnreadablePageException.damaged(List.of(column.getPath()), problem);
  }
}
