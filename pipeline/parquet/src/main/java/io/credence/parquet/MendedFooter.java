package io.credence.parquet;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;
import java.util.Comparator;
import org.apache.parquet.format.ColumnChunk;
import org.apache.parquet.format.ConvertedType;
import org.apache.parquet.format.FileMetaData;
import org.apache.parquet.format.KeyValue;
import org.apache.parquet.format.RowGroup;
import org.apache.parquet.format.SchemaElement;
import org.apache.parquet.format.Util;
import shaded.parquet.org.apache.thrift.TException;

/**
 * Mends a footer of Parquet's writer, in two things.
 *
 * <p>It gets a fixed order. Parquet's writer keeps the encodings of a column in a hash set of
 * enums, whose order changes from one JVM to the next, and the entries for the footer in a hash
 * map, whose order changes from one Java to the next. Without this, the same rows would give other
 * bytes.
 *
 * <p>And intervals are intervals. The writer says of them that their logical type is unknown, which
 * is how Parquet marks columns of nulls; so other readers would read nulls.
 */
final class MendedFooter {

  /** Length of the footer, and the magic at the end. */
  private static final int END = 8;

  private MendedFooter() {}

  /**
   * The end of a file, with its footer mended.
   *
   * @param tail at least the footer, its length and the magic
   */
  static byte[] of(byte[] tail) throws IOException {
    int end = tail.length - END;
    int length = ByteBuffer.wrap(tail).order(ByteOrder.LITTLE_ENDIAN).getInt(end);
    int start = end - length;
    byte[] footer = mended(Arrays.copyOfRange(tail, start, end));
    ByteBuffer mended = ByteBuffer.allocate(start + footer.length + END);
    mended.order(ByteOrder.LITTLE_ENDIAN).put(tail, 0, start).put(footer);
    return mended.putInt(footer.length).put(tail, end + Integer.BYTES, Integer.BYTES).array();
  }

  private static byte[] mended(byte[] footer) throws IOException {
    try {
      return bytes(Thrift.footer(footer));
    } catch (TException e) {
      throw new IOException("a footer that was just written can't be read", e);
    }
  }

  /** A footer, mended. */
  static byte[] bytes(FileMetaData footer) {
    for (SchemaElement element : footer.getSchema()) {
      if (element.getConverted_type() == ConvertedType.INTERVAL) {
        element.unsetLogicalType();
      }
    }
    for (RowGroup rowGroup : footer.getRow_groups()) {
      for (ColumnChunk column : rowGroup.getColumns()) {
        column.getMeta_data().getEncodings().sort(null);
      }
    }
    if (footer.isSetKey_value_metadata()) {
      footer.getKey_value_metadata().sort(Comparator.comparing(KeyValue::getKey));
    }
    ByteArrayOutputStream mended = new ByteArrayOutputStream();
    try {
      Util.writeFileMetaData(footer, mended);
    } catch (IOException e) {
      throw new UncheckedIOException("writing to memory can't fail", e);
    }
    return mended.toByteArray();
  }
}
