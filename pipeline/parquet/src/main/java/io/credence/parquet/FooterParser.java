package io.credence.parquet;

import java.io.IOException;
import java.util.List;
import org.apache.parquet.format.ColumnChunk;
import org.apache.parquet.format.FileMetaData;
import org.apache.parquet.format.converter.ParquetMetadataConverter;
import shaded.parquet.org.apache.thrift.TException;

/**
 * Makes sense of the bytes of a footer: first as Thrift structures, which are checked as they lie
 * there, and then as Parquet's own. Parquet's library believes what a footer says.
 */
final class FooterParser {

  /**
   * Stands for whatever wrote the file. Parquet's library looks for versions with known bugs in
   * their statistics, which are not used here, and logs a stack trace for a name that it can't
   * split.
   */
  private static final String ANY_WRITER = "any version 0.0.0";

  private final String file;

  FooterParser(String file) {
    this.file = file;
  }

  /**
   * Parses and checks a footer.
   *
   * @param footer its bytes
   * @param end position in the file where rows end, and the footer begins
   */
  ParsedFooter parse(byte[] footer, long end) throws UnreadableParquetException {
    try {
      FileMetaData parsed = Thrift.footer(footer);
      List<String> unknownTypes = new FooterCheck(file, parsed, end).check();
      withoutUnused(parsed, end);
      return new ParsedFooter(
          new ParquetMetadataConverter().fromParquetMetadata(parsed), unknownTypes);
    } catch (IOException | TException | RuntimeException | StackOverflowError e) {
      throw new UnreadableParquetException(
          file, "damaged: its footer cannot be understood (" + Reason.of(e) + ")", e);
    }
  }

  /** Rows are read one and all, so statistics and filters are neither used nor need be right. */
  private static void withoutUnused(FileMetaData footer, long end) {
    footer.setCreated_by(ANY_WRITER);
    // One that a type of a later Parquet allows would be refused with the type unknown.
    footer.unsetColumn_orders();
    footer
        .getRow_groups()
        .forEach(rowGroup -> rowGroup.getColumns().forEach(column -> withoutUnused(column, end)));
  }

  private static void withoutUnused(ColumnChunk column, long end) {
    if (!hasPageIndex(column, end)) {
      column.unsetOffset_index_offset();
      column.unsetOffset_index_length();
    }
    column.unsetColumn_index_offset();
    column.unsetColumn_index_length();
    column.getMeta_data().unsetStatistics();
    column.getMeta_data().unsetSize_statistics();
    column.getMeta_data().unsetGeospatial_statistics();
    column.getMeta_data().unsetBloom_filter_offset();
    column.getMeta_data().unsetBloom_filter_length();
  }

  /** Whether a page index can lie where it is said to lie; without one, all pages are read. */
  private static boolean hasPageIndex(ColumnChunk column, long end) {
    long start = column.getOffset_index_offset();
    int size = column.getOffset_index_length();
    return start > 0 && size > 0 && size <= end - start;
  }
}
