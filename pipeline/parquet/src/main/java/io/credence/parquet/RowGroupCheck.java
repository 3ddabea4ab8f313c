package io.credence.parquet;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.apache.parquet.format.ColumnChunk;
import org.apache.parquet.format.ColumnMetaData;
import org.apache.parquet.format.CompressionCodec;
import org.apache.parquet.format.RowGroup;
import org.apache.parquet.hadoop.metadata.CompressionCodecName;

/** Checks the row groups of a footer: what they hold, how often, and where in the file. */
final class RowGroupCheck {

  /** Behind the magic, with which a file begins. */
  private static final int FIRST_BYTE = 4;

  /** Writers begin another row group after a million, or after 128 MB. */
  private static final long MOST_ROWS = Integer.MAX_VALUE;

  private final String file;
  private final Map<List<String>, Leaf> leaves = new HashMap<>();
  private final long end;
  private long bytes;

  RowGroupCheck(String file, List<Leaf> leaves, long end) {
    this.file = file;
    this.end = end;
    leaves.forEach(leaf -> this.leaves.put(leaf.path(), leaf));
  }

  /** The number of rows in a row group. */
  long check(int index, RowGroup rowGroup) throws UnreadableParquetException {
    String place = "row group " + index;
    long rows = rowGroup.getNum_rows();
    if (rows < 0 || rows > MOST_ROWS) {
      throw damaged(
          "%s says %s rows; a row group can have from 0 to %s".formatted(place, rows, MOST_ROWS));
    }
    Map<List<String>, Leaf> missing = new HashMap<>(leaves);
    for (ColumnChunk column : rowGroup.getColumns()) {
      if (!column.isSetMeta_data()) {
        throw damaged(place + " has a column without metadata");
      }
      ColumnMetaData chunk = column.getMeta_data();
      Leaf leaf = missing.remove(chunk.getPath_in_schema());
      if (leaf == null) {
        throw damaged(
            "%s has a column %s twice, or one that its schema lacks"
                .formatted(place, String.join(".", chunk.getPath_in_schema())));
      }
      check(index, leaf, chunk, rows);
    }
    if (!missing.isEmpty()) {
      throw damaged(place + " lacks column " + missing.values().iterator().next().name());
    }
    return rows;
  }

  private void check(int index, Leaf leaf, ColumnMetaData chunk, long rows)
      throws UnreadableParquetException {
    checkCodec(index, leaf, chunk.getCodec());
    if (chunk.getType() != leaf.element().getType()) {
      throw damaged(
          "%s is %s, but %s in the schema"
              .formatted(place(index, leaf), chunk.getType(), leaf.element().getType()));
    }
    if (chunk.getEncodings().contains(null)) {
      throw new UnreadableParquetException(
          file, place(index, leaf) + " has an encoding that is not known here", null);
    }
    long values = chunk.getNum_values();
    if (leaf.repeated() ? values < rows : values != rows) {
      throw damaged("%s says %s values for %s rows".formatted(place(index, leaf), values, rows));
    }
    if (rows > 0) {
      checkPlace(index, leaf, chunk);
    }
  }

  /** As a message names it. */
  private static String place(int index, Leaf leaf) {
    return "column " + leaf.name() + " in row group " + index;
  }

  private void checkCodec(int index, Leaf leaf, CompressionCodec codec)
      throws UnreadableParquetException {
    if (codec == null || !Codecs.READABLE.containsKey(CompressionCodecName.fromParquet(codec))) {
      throw new UnreadableParquetException(
          file,
          "%s is compressed with %s; what can be read is %s"
              .formatted(
                  place(index, leaf),
                  codec == null ? "a codec that is not known here" : codec,
                  new TreeSet<>(Codecs.READABLE.keySet())),
          null);
    }
  }

  /** Columns lie in the file, before its footer, and no byte belongs to two of them. */
  private void checkPlace(int index, Leaf leaf, ColumnMetaData chunk)
      throws UnreadableParquetException {
    long size = chunk.getTotal_compressed_size();
    long start = start(chunk);
    if (start < FIRST_BYTE || size < 0 || size > end - start) {
      throw damaged(
          "%s says it has %s bytes from position %s on, but columns lie between %s and %s"
              .formatted(place(index, leaf), size, start, FIRST_BYTE, end));
    }
    bytes += size;
    if (bytes > end) {
      throw damaged("its columns say that they have more bytes together than the file has");
    }
  }

  private static long start(ColumnMetaData chunk) {
    long dictionary = chunk.getDictionary_page_offset();
    long data = chunk.getData_page_offset();
    return dictionary > 0 && dictionary < data ? dictionary : data;
  }

  private UnreadableParquetException damaged(String problem) {
    return UnreadableParquetException.damaged(file, problem);
  }
}
