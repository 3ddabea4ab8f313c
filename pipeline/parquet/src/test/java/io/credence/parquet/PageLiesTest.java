package io.credence.parquet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.credence.beam.store.StoredFile;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.apache.parquet.format.ColumnMetaData;
import org.apache.parquet.format.DataPageHeader;
import org.apache.parquet.format.DataPageHeaderV2;
import org.apache.parquet.format.Encoding;
import org.apache.parquet.format.FileMetaData;
import org.apache.parquet.format.PageHeader;
import org.apache.parquet.format.PageType;
import org.apache.parquet.format.RowGroup;
import org.apache.parquet.format.Util;
import org.apache.parquet.hadoop.ParquetFileReader;
import org.apache.parquet.hadoop.metadata.ColumnChunkMetaData;
import org.apache.parquet.hadoop.metadata.ParquetMetadata;
import org.apache.parquet.internal.column.columnindex.OffsetIndex;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What the last column of a row group says of its pages, and what a footer says of that column. */
class PageLiesTest {

  private static final int TAIL = 8;
  private static final int HUGE = 1_600_000_000;

  private final Path file;

  PageLiesTest(@TempDir Path folder) throws IOException {
    file = folder.resolve("lies.parquet");
    Files.write(file, AllTypes.SCHEMA, AllTypes.rows(20), 20);
  }

  static Stream<Arguments> lies() {
    return Stream.of(
        Arguments.of("a page says it has 1600000000 bytes, but 0 are left", first(HUGE)),
        Arguments.of("a page says it has 1 bytes, but 0 are left", first(1)),
        Arguments.of("its levels have 1600000000 and 0 of its 0 bytes", second(HUGE, 0)),
        Arguments.of("its levels have 0 and 1600000000 of its 0 bytes", second(0, HUGE)),
        Arguments.of("its levels have -1600000000 and 0 of its 0 bytes", second(-HUGE, 0)),
        Arguments.of("a page does not say how many values", page(PageType.DATA_PAGE, 0)),
        Arguments.of("header cannot be understood", page(PageType.DICTIONARY_PAGE, 0)));
  }

  private static PageHeader page(PageType type, int size) {
    return new PageHeader(type, size, size);
  }

  private static PageHeader first(int size) {
    return page(PageType.DATA_PAGE, size)
        .setData_page_header(new DataPageHeader(20, Encoding.PLAIN, Encoding.RLE, Encoding.RLE));
  }

  private static PageHeader second(int repetition, int definition) {
    return page(PageType.DATA_PAGE_V2, 0)
        .setData_page_header_v2(
            new DataPageHeaderV2(20, 0, 20, Encoding.PLAIN, definition, repetition));
  }

  private static ColumnMetaData last(FileMetaData footer) {
    RowGroup group = footer.getRow_groups().get(0);
    return group.getColumns().get(group.getColumnsSize() - 1).getMeta_data();
  }

  private void write(byte[] data, FileMetaData footer) throws IOException {
    ByteArrayOutputStream written = new ByteArrayOutputStream();
    written.write(data);
    Util.writeFileMetaData(footer, written);
    ByteBuffer end = ByteBuffer.allocate(TAIL).order(ByteOrder.LITTLE_ENDIAN);
    end.putInt(written.size() - data.length).put("PAR1".getBytes(StandardCharsets.US_ASCII));
    written.write(end.array());
    java.nio.file.Files.write(file, written.toByteArray());
  }

  private byte[] data() throws IOException {
    ByteBuffer bytes = ByteBuffer.wrap(java.nio.file.Files.readAllBytes(file));
    int end = bytes.capacity() - TAIL;
    byte[] data = new byte[end - bytes.order(ByteOrder.LITTLE_ENDIAN).getInt(end)];
    bytes.get(data);
    return data;
  }

  private FileMetaData footer(int start) throws IOException {
    ByteArrayInputStream bytes = new ByteArrayInputStream(java.nio.file.Files.readAllBytes(file));
    assertThat(bytes.skip(start)).isEqualTo(start);
    return Util.readFileMetaData(bytes);
  }

  @ParameterizedTest
  @MethodSource("lies")
  void aLieIsNoticedBeforeThereIsRoomForIt(String problem, PageHeader header) throws Exception {
    byte[] data = data();
    FileMetaData footer = footer(data.length);
    ByteArrayOutputStream changed = new ByteArrayOutputStream();
    changed.write(data);
    Util.writePageHeader(header, changed);
    last(footer).unsetDictionary_page_offset();
    last(footer).setData_page_offset(data.length);
    last(footer).setTotal_compressed_size(changed.size() - data.length);
    write(changed.toByteArray(), footer);
    for (int rows : List.of(7, 20)) {
      assertThatThrownBy(() -> Files.rows(file, rows))
          .isInstanceOf(IOException.class)
          .hasMessageStartingWith(file + ": row 0 in row group 0 cannot be read: ")
          .hasMessageContaining("the file is damaged (column ")
          .hasMessageContaining(problem);
    }
  }

  /** What lies behind its last column, Parquet's library reads and then leaves out. */
  @Test
  void aColumnThatIsLongerThanTheFooterSays() throws Exception {
    byte[] data = data();
    FileMetaData footer = footer(data.length);
    last(footer).setTotal_compressed_size(last(footer).getTotal_compressed_size() - 1);
    write(data, footer);
    assertThatThrownBy(() -> Files.rows(file, 7))
        .isInstanceOf(IOException.class)
        .hasMessageMatching(
            ".*the file is damaged .*a page says it has \\d+ bytes, but \\d+ are left.*");
  }

  @Test
  void aSoundPageIndexAgreesWithThePages() throws Exception {
    try (ChannelInput in = ChannelInput.open(StoredFile.at(file.toString(), false))) {
      ParquetMetadata footer = Footer.read(file.toString(), in).metadata();
      ParquetFileReader reader =
          new ParquetFileReader(in, footer, Footer.options(1 << 20), in.newStream());
      for (ColumnChunkMetaData column : footer.getBlocks().get(0).getColumns()) {
        OffsetIndex index = reader.readOffsetIndex(column);
        assertThat(PagePlaces.of(index, column, 20).areOf(PageWalk.of(in, column))).isTrue();
      }
    }
  }
}
