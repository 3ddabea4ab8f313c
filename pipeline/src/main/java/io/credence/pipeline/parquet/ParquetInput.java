package io.credence.pipeline.parquet;

import java.io.IOException;
import java.util.List;
import java.util.function.UnaryOperator;
import org.apache.beam.sdk.io.fs.MatchResult;
import org.apache.parquet.hadoop.metadata.BlockMetaData;
import org.apache.parquet.hadoop.metadata.ParquetMetadata;
import org.apache.parquet.schema.MessageType;

/**
 * What the footer of one Parquet file says. A value: the file is closed again when {@link #open}
 * returns. Immutable.
 */
public final class ParquetInput {

  private final String file;
  private final long bytes;
  private final MessageType schema;
  private final List<Long> rowGroups;
  private final long maxPageBytes;

  private ParquetInput(
      String file,
      long bytes,
      ParquetMetadata footer,
      long maxPageBytes,
      UnaryOperator<MessageType> known) {
    this.file = file;
    this.bytes = bytes;
    this.schema = known.apply(FloatOrder.compared(footer.getFileMetaData().getSchema()));
    this.rowGroups = footer.getBlocks().stream().map(BlockMetaData::getRowCount).toList();
    this.maxPageBytes = maxPageBytes;
  }

  /**
   * Reads the footer of a file.
   *
   * @throws UnreadableParquetException when the file is empty, cut short, encrypted, damaged or no
   *     Parquet file at all
   * @throws IOException when the file cannot be read
   */
  public static ParquetInput open(MatchResult.Metadata file)
      throws IOException, UnreadableParquetException {
    return open(file, ParquetSplit.MAX_PAGE_BYTES, UnaryOperator.identity());
  }

  /**
   * As {@link #open(MatchResult.Metadata)}, of one of many files.
   *
   * @param maxPageBytes the most that a page of the file may unpack to when it is read
   * @param known gives for a schema an equal one, which files may share
   */
  public static ParquetInput open(
      MatchResult.Metadata file, long maxPageBytes, UnaryOperator<MessageType> known)
      throws IOException, UnreadableParquetException {
    String name = file.resourceId().toString();
    try (ChannelInput in = ChannelInput.open(file.resourceId())) {
      return new ParquetInput(name, in.getLength(), Footer.read(name, in), maxPageBytes, known);
    }
  }

  /** The file, as a local path or a URI: what its splits carry. */
  public String file() {
    return file;
  }

  /** The schema of the file's rows, with every annotation that Parquet's Java library knows. */
  public MessageType schema() {
    return schema;
  }

  /** Number of rows in the file. */
  public long rows() {
    return rowGroups.stream().mapToLong(Long::longValue).sum();
  }

  /**
   * Cuts the file into splits of at most {@code maxRowsPerSplit} rows, in file order: neighbouring
   * row groups go together while they fit, and a row group that is larger by itself is cut into
   * ranges of equal size. The same file and number give the same splits, anywhere. A file without
   * rows has none.
   *
   * @param maxRowsPerSplit at least 1
   */
  public List<ParquetSplit> splits(long maxRowsPerSplit) {
    return Splits.of(split(0, rows()), rowGroups, maxRowsPerSplit);
  }

  /**
   * A split of these rows.
   *
   * @param firstRow position of the first, from 0
   * @param rows how many; 0 to read the schema alone
   */
  public ParquetSplit split(long firstRow, long rows) {
    return new ParquetSplit(file, bytes, firstRow, rows, maxPageBytes);
  }

  @Override
  public String toString() {
    return file + " (" + rows() + " rows in " + rowGroups.size() + " row groups)";
  }
}
