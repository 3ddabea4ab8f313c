package io.credence.parquet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import org.apache.parquet.bytes.BytesInput;
import org.apache.parquet.column.ColumnDescriptor;
import org.apache.parquet.column.Encoding;
import org.apache.parquet.column.page.DataPage;
import org.apache.parquet.column.page.DataPageV2;
import org.apache.parquet.column.page.DictionaryPage;
import org.apache.parquet.column.page.PageReader;
import org.apache.parquet.column.statistics.Statistics;
import org.apache.parquet.schema.MessageType;
import org.apache.parquet.schema.MessageTypeParser;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What a page says of its rows is held against its levels. */
class CheckedPageReaderTest {

  private static final MessageType SCHEMA =
      MessageTypeParser.parseMessageType("message m { repeated int32 x; }");

  /** Four values in two rows: one group of eight bits, which are 0, 1, 0, 1 and padding. */
  private static final byte[] REPETITION = {3, 0b1010};

  private static CheckedPageReader reader(int saidRows) {
    ColumnDescriptor column = SCHEMA.getColumns().get(0);
    DataPageV2 page =
        DataPageV2.uncompressed(
            saidRows,
            0,
            4,
            BytesInput.from(REPETITION),
            BytesInput.empty(),
            Encoding.PLAIN,
            BytesInput.from(new byte[16]),
            Statistics.createStats(column.getPrimitiveType()));
    return new CheckedPageReader(new OnePage(page), column, null, bytes -> {});
  }

  @Test
  void theNumberOfRows() {
    CheckedPageReader reader = reader(2);
    assertThat(reader.readPage()).isNotNull();
    reader.finish(2);
  }

  @Test
  void theNumberOfValuesForThatOfRowsAsOldArrowWritesIt() {
    CheckedPageReader reader = reader(4);
    assertThat(reader.readPage()).isNotNull();
    reader.finish(2);
    assertThatExceptionOfType(UnreadablePageException.class)
        .isThrownBy(() -> reader(4).finish(4))
        .withMessageContaining("its pages have 2 rows, but the row group has 4");
  }

  @Test
  void anyOtherNumberIsDamage() {
    assertThatExceptionOfType(UnreadablePageException.class)
        .isThrownBy(() -> reader(3).readPage())
        .withMessageContaining("a page says 3 rows, but has 2");
  }

  private static final class OnePage implements PageReader {

    private @Nullable DataPage page;

    OnePage(DataPage page) {
      this.page = page;
    }

    @Override
    public @Nullable DictionaryPage readDictionaryPage() {
      return null;
    }

    @Override
    public long getTotalValueCount() {
      return 4;
    }

    @Override
    public @Nullable DataPage readPage() {
      DataPage next = page;
      page = null;
      return next;
    }
  }
}
