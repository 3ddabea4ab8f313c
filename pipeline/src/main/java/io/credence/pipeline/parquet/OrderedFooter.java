package io.credence.pipeline.parquet;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Comparator;
import org.apache.parquet.format.ColumnChunk;
import org.apache.parquet.format.FileMetaData;
import org.apache.parquet.format.KeyValue;
import org.apache.parquet.format.RowGroup;
import org.apache.parquet.format.Util;

/**
 * Puts a footer into a fixed order. Parquet's writer keeps the encodings of a column in a hash set
 * of enums, whose order changes from one JVM to the next, and the entries for the footer in a hash
 * map, whose order changes from one Java to the next. Without this, the same rows would give other
 * bytes.
 */
final class OrderedFooter {

  /** Length of the footer, and the magic at the end. */
  private static final int END = 8;

  private OrderedFooter() {}

  /**
   * The end of a file, with its footer in order.
   *
   * @param tail at least the footer, its length and the magic
   */
  static byte[] of(byte[] tail) throws IOException {
    int end = tail.length - END;
    int length = ByteBuffer.wrap(tail).order(ByteOrder.LITTLE_ENDIAN).getInt(end);
    int start = end - length;
    byte[] footer = order(new ByteArrayInputStream(tail, start, length));
    ByteBuffer ordered = ByteBuffer.allocate(start + footer.length + END);
    ordered.order(ByteOrder.LITTLE_ENDIAN).put(tail, 0, start).put(footer);
    return ordered.putInt(footer.length).put(tail, end + Integer.BYTES, Integer.BYTES).array();
  }

  private static byte[] order(ByteArrayInputStream bytes) throws IOException {
    FileMetaData footer = Util.readFileMetaData(bytes);
    for (RowGroup rowGroup : footer.getRow_groups()) {
      for (ColumnChunk column : rowGroup.getColumns()) {
        column.getMeta_data().getEncodings().sort(null);
      }
    }
    if (footer.isSetKey_value_metadata()) {
      footer.getKey_value_metadata().sort(Comparator.comparing(KeyValue::getKey));
    }
    ByteArrayOutputStream ordered = new ByteArrayOutputStream();
    Util.writeFileMetaData(footer, ordered);
    return ordered.toByteArray();
  }
}
