package io.credence.parquet;

import java.io.IOException;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.apache.beam.sdk.io.fs.MatchResult;
import org.apache.beam.sdk.io.fs.ResourceId;
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
  private final List<String> leftOut;
  private final PathColumns path;
  private final OutputSchema output;

  private ParquetInput(
      String file,
      long bytes,
      ParsedFooter parsed,
      long maxPageBytes,
      UnaryOperator<MessageType> known) {
    ParquetMetadata footer = parsed.metadata();
    this.file = file;
    this.bytes = bytes;
    this.schema = known.apply(FloatOrder.compared(footer.getFileMetaData().getSchema()));
    this.rowGroups = footer.getBlocks().stream().map(BlockMetaData::getRowCount).toList();
    this.maxPageBytes = maxPageBytes;
    this.leftOut =
        Stream.concat(
                parsed.unknownTypes().stream().map(ParquetInput::typeLeftOut),
                CarriedMetadata.of(footer.getFileMetaData().getKeyValueMetaData(), schema, schema)
                    .leftOut()
                    .stream())
            .toList();
    this.path = PathColumns.NONE;
    this.output = OutputSchema.OF_FILE;
  }

  private ParquetInput(
      ParquetInput file, MessageType schema, PathColumns path, OutputSchema output) {
    this.file = file.file;
    this.bytes = file.bytes;
    this.schema = schema;
    this.rowGroups = file.rowGroups;
    this.maxPageBytes = file.maxPageBytes;
    this.leftOut = file.leftOut;
    this.path = path;
    this.output = output;
  }

  private static String typeLeftOut(String column) {
    return "the logical type of column '" + column + "', which a later Parquet knows, not this one";
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
    return open(file.resourceId());
  }

  /** As {@link #open(MatchResult.Metadata)}, of a file by its name. */
  public static ParquetInput open(ResourceId file) throws IOException, UnreadableParquetException {
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
    return open(file.resourceId(), maxPageBytes, known);
  }

  private static ParquetInput open(
      ResourceId file, long maxPageBytes, UnaryOperator<MessageType> known)
      throws IOException, UnreadableParquetException {
    String name = file.toString();
    try (ChannelInput in = ChannelInput.open(file)) {
      return new ParquetInput(name, in.getLength(), Footer.read(name, in), maxPageBytes, known);
    }
  }

  /**
   * The same file, whose path names columns of its rows.
   *
   * @param known gives for a schema an equal one, which files may share
   */
  public ParquetInput with(PathColumns columns, UnaryOperator<MessageType> known) {
    return new ParquetInput(this, known.apply(columns.append(schema)), columns, output);
  }

  /**
   * The same file, whose columns are written with a schema of all files, and so can be read with
   * them.
   *
   * @param all what {@link SchemaUnion} makes of the files' schemas
   */
  public ParquetInput writtenAs(MessageType all) {
    return new ParquetInput(this, all, path, OutputSchema.of(all));
  }

  /** The file, as a local path or a URI: what its splits carry. */
  public String file() {
    return file;
  }

  /**
   * The schema with which the file's rows are written, with every annotation that Parquet's Java
   * library knows, and with the columns of its path.
   */
  public MessageType schema() {
    return schema;
  }

  /**
   * A line for each entry of the footer, and each type of a column, that an output can't carry and
   * a reader could miss.
   */
  public List<String> leftOut() {
    return leftOut;
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
    return new ParquetSplit(file, bytes, firstRow, rows, maxPageBytes, path, output);
  }

  @Override
  public String toString() {
    return file + " (" + rows() + " rows in " + rowGroups.size() + " row groups)";
  }
}
