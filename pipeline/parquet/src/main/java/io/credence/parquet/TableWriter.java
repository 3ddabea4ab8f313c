package io.credence.parquet;

import io.credence.score.ScoredRow;
import java.io.Closeable;
import java.io.IOException;
import java.nio.channels.WritableByteChannel;
import java.util.List;
import java.util.Map;
import org.apache.parquet.example.data.Group;
import org.apache.parquet.example.data.simple.SimpleGroup;
import org.apache.parquet.schema.MessageType;
import org.jspecify.annotations.Nullable;

/**
 * Writes a table whose columns are not known before as one Parquet file, row by row, of which any
 * value may be null. The same rows give the same bytes. For one thread.
 *
 * <p>Close it to complete the file.
 */
public final class TableWriter implements Closeable {

  /** Behind the columns of a table, nothing is appended. */
  private static final ScoredRow NOTHING = new Nothing();

  private final MessageType schema;
  private final List<TableColumn> columns;
  private final ScoredParquetWriter writer;

  private TableWriter(MessageType schema, List<TableColumn> columns, ScoredParquetWriter writer) {
    this.schema = schema;
    this.columns = columns;
    this.writer = writer;
  }

  /**
   * Begins a file.
   *
   * @param out where the bytes go; it is not closed by this writer
   * @param footer entries for the file's footer
   */
  public static TableWriter open(
      WritableByteChannel out, List<TableColumn> columns, Map<String, String> footer)
      throws IOException {
    MessageType schema = new MessageType("table", columns.stream().map(TableColumn::type).toList());
    return new TableWriter(
        schema, List.copyOf(columns), ScoredParquetWriter.open(out, schema, List.of(), footer));
  }

  /**
   * Writes a row.
   *
   * @param values one for each column
   */
  public void write(List<@Nullable Object> values) throws IOException {
    Group row = new SimpleGroup(schema);
    for (int i = 0; i < columns.size(); i++) {
      Object value = values.get(i);
      if (value != null) {
        columns.get(i).add(value, row);
      }
    }
    writer.write(row, NOTHING);
  }

  /** Number of rows written so far. */
  public long rows() {
    return writer.rows();
  }

  @Override
  public void close() throws IOException {
    writer.close();
  }

  private static final class Nothing implements ScoredRow {

    @Override
    public double doubleAt(int column) {
      throw new IndexOutOfBoundsException(column);
    }

    @Override
    public double[] doublesAt(int column) {
      throw new IndexOutOfBoundsException(column);
    }

    @Override
    public long longAt(int column) {
      throw new IndexOutOfBoundsException(column);
    }

    @Override
    public String stringAt(int column) {
      throw new IndexOutOfBoundsException(column);
    }

    @Override
    public List<String> stringsAt(int column) {
      throw new IndexOutOfBoundsException(column);
    }
  }
}
