package io.credence.parquet;

import io.credence.score.ScoredColumn;
import io.credence.score.ScoredRow;
import java.io.Closeable;
import java.io.IOException;
import java.nio.channels.WritableByteChannel;
import java.util.List;
import java.util.Map;
import org.apache.parquet.example.data.Group;
import org.apache.parquet.hadoop.ParquetWriter;
import org.apache.parquet.schema.MessageType;

/**
 * Writes rows with appended columns as one Parquet file. The rows keep their fields, in order and
 * with their annotations. The same rows give the same bytes. For one thread.
 *
 * <p>Close it to complete the file. A file that was not closed, or whose {@link #write} failed, has
 * no footer, so no reader takes it for a Parquet file.
 */
public final class ScoredParquetWriter implements Closeable {

  private final ParquetWriter<ScoredGroup> writer;
  private long rows;

  private ScoredParquetWriter(ParquetWriter<ScoredGroup> writer) {
    this.writer = writer;
  }

  /**
   * Begins a file.
   *
   * @param out where the bytes go; it is not closed by this writer
   * @param inputSchema the schema of the rows: {@link SplitReader#schema()}
   * @param columns what is appended, behind the rows' own fields
   * @param keyValueMetadata entries for the file's footer
   * @throws IllegalArgumentException when the rows have a field with the name of a column already
   */
  public static ScoredParquetWriter open(
      WritableByteChannel out,
      MessageType inputSchema,
      List<ScoredColumn> columns,
      Map<String, String> keyValueMetadata)
      throws IOException {
    return new ScoredParquetWriter(
        new ScoredWriterBuilder(new ChannelOutput(out), inputSchema, columns, keyValueMetadata)
            .build());
  }

  /**
   * Writes one row.
   *
   * @param row a row of the input schema
   * @param scored the values of the columns
   */
  public void write(Group row, ScoredRow scored) throws IOException {
    writer.write(new ScoredGroup(row, scored));
    rows++;
  }

  /** Number of rows written so far. */
  public long rows() {
    return rows;
  }

  /** Completes the file; the channel stays open. */
  @Override
  public void close() throws IOException {
    writer.close();
  }
}
