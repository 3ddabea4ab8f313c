package io.credence.jobs.sink.folder;

import static org.apache.parquet.schema.LogicalTypeAnnotation.stringType;
import static org.apache.parquet.schema.PrimitiveType.PrimitiveTypeName.BINARY;
import static org.apache.parquet.schema.PrimitiveType.PrimitiveTypeName.INT64;

import io.credence.files.NamedChannel;
import io.credence.parquet.ScoredParquetWriter;
import io.credence.rollout.ComparedColumns;
import io.credence.score.ScoredRow;
import java.io.Closeable;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.parquet.example.data.Group;
import org.apache.parquet.example.data.simple.SimpleGroup;
import org.apache.parquet.schema.MessageType;
import org.apache.parquet.schema.Type;
import org.apache.parquet.schema.Types;
import org.jspecify.annotations.Nullable;

/**
 * A file of comparisons: the key of a row as the input has it, where there is one; the file that
 * the row is of, and its number in it; and the columns of a comparison.
 */
final class ShadowFile implements Closeable {

  /** The names that stand in front of the columns of a comparison. */
  static final List<String> PLACE = List.of("input_file", "input_row");

  private final NamedChannel channel;
  private final ScoredParquetWriter writer;
  private final MessageType schema;
  private final int key;
  private final String from;
  private final TreeMap<String, Long> failures = new TreeMap<>();

  private ShadowFile(
      NamedChannel channel, ScoredParquetWriter writer, MessageType schema, int key, String from) {
    this.channel = channel;
    this.writer = writer;
    this.schema = schema;
    this.key = key;
    this.from = from;
  }

  /**
   * Begins a file.
   *
   * @param input the schema of the rows
   * @param keyField null for none
   */
  static ShadowFile open(
      MessageType input,
      @Nullable String keyField,
      String from,
      ComparedColumns columns,
      Map<String, String> footer,
      NamedChannel channel)
      throws IOException {
    List<Type> fields = new ArrayList<>();
    if (keyField != null) {
      fields.add(input.getType(keyField));
    }
    fields.add(Types.required(BINARY).as(stringType()).named(PLACE.get(0)));
    fields.add(Types.required(INT64).named(PLACE.get(1)));
    MessageType schema = new MessageType("shadow", fields);
    return new ShadowFile(
        channel,
        ScoredParquetWriter.open(channel, schema, columns.columns(), footer),
        schema,
        keyField == null ? -1 : input.getFieldIndex(keyField),
        from);
  }

  /**
   * Writes a comparison.
   *
   * @param number of the row in its file
   */
  void write(long number, Group row, ScoredRow compared) throws IOException {
    Group place = new SimpleGroup(schema);
    if (key >= 0) {
      addKey(row, place);
    }
    place.add(PLACE.get(0), from);
    place.add(PLACE.get(1), number);
    writer.write(place, compared);
  }

  /** A row that was scored has a key. */
  private void addKey(Group row, Group place) {
    switch (schema.getType(0).asPrimitiveType().getPrimitiveTypeName()) {
      case INT32 -> place.add(0, row.getInteger(key, 0));
      case INT64 -> place.add(0, row.getLong(key, 0));
      case FLOAT -> place.add(0, row.getFloat(key, 0));
      case DOUBLE -> place.add(0, row.getDouble(key, 0));
      case BOOLEAN -> place.add(0, row.getBoolean(key, 0));
      case BINARY, FIXED_LEN_BYTE_ARRAY -> place.add(0, row.getBinary(key, 0));
      case INT96 -> place.add(0, row.getInt96(key, 0));
    }
  }

  /** Counts a row that has no comparison. */
  void failed(String why) {
    failures.merge(why, 1L, Long::sum);
  }

  /** What was written, once this is closed. */
  ShadowResult result() {
    return new ShadowResult(channel.written(), writer.rows(), failures);
  }

  @Override
  public void close() throws IOException {
    try (channel) {
      writer.close();
    }
  }
}
