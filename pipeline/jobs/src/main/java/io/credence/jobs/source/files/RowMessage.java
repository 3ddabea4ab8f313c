package io.credence.jobs.source.files;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import io.credence.jobs.scoring.RecordMessage;
import io.credence.kafka.RecordId;
import io.credence.kafka.RowId;
import io.credence.messages.JsonScore;
import io.credence.parquet.GroupFormat;
import io.credence.predict.FieldReader;
import io.credence.score.ScoreColumns;
import io.credence.score.Scored;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.parquet.example.data.Group;
import org.apache.parquet.schema.MessageType;
import org.jspecify.annotations.Nullable;

/**
 * One row after another, as a message that was never in a topic.
 *
 * <p>Not thread-safe.
 */
final class RowMessage implements RecordMessage {

  private static final JsonFactory JSON = new JsonFactory();

  private static final Headers NONE = new RecordHeaders();

  /** Brokers and clients set it. */
  private static final long TIME_OF_WRITING = -1;

  private final List<String> fields;
  private final @Nullable String keyField;
  private final JsonScore score;
  private final List<List<String>> beside = new ArrayList<>();
  private final List<FieldReader<Group>> besideReaders = new ArrayList<>();
  private String file = "";
  private @Nullable Rows rows;
  private @Nullable Current current;

  /** How the rows of a file are read. */
  private record Rows(
      GroupFormat format, FieldReader<Group> features, @Nullable FieldReader<Group> key) {}

  /**
   * A row.
   *
   * @param key of its message
   * @param json it, as the value of its message
   */
  @SuppressWarnings("ArrayRecordComponent") // Never compared.
  private record Current(
      Group row, FieldReader<Group> features, RowId id, byte[] key, byte[] json) {}

  /**
   * Begins without a row.
   *
   * @param fields what is read of rows to score them
   * @param keyField the field whose text is the key of messages; null for the record's id
   */
  RowMessage(List<String> fields, @Nullable String keyField, ScoreColumns columns) {
    this.fields = fields;
    this.keyField = keyField;
    this.score = new JsonScore(columns);
  }

  /** Says where the next rows come from. */
  void begin(String of, MessageType schema) {
    file = of;
    GroupFormat format = new GroupFormat(schema);
    rows =
        new Rows(
            format,
            format.reader(fields),
            keyField == null ? null : format.reader(List.of(keyField)));
    besideReaders.clear();
    beside.forEach(names -> besideReaders.add(format.reader(names)));
  }

  /** Begins to read other fields as well, and returns the number by which they are asked for. */
  int beside(List<String> names) {
    beside.add(names);
    if (rows != null) {
      besideReaders.add(rows.format().reader(names));
    }
    return beside.size() - 1;
  }

  @Nullable Object readBeside(int reader, int field) {
    return besideReaders.get(reader).read(current().row(), field);
  }

  /** Takes the next row. */
  void take(long position, Group row) throws IOException {
    if (rows == null) {
      throw new IllegalStateException("begin() was not called");
    }
    RowId id = new RowId(file, position);
    byte[] json = json(rows.format(), row);
    byte[] key = key(rows.key(), row, id);
    current = new Current(row, rows.features(), id, key, json);
  }

  private Current current() {
    Current taken = current;
    if (taken == null) {
      throw new IllegalStateException("take() was not called");
    }
    return taken;
  }

  @Nullable Object read(int field) {
    Current taken = current();
    return taken.features().read(taken.row(), field);
  }

  @Override
  public RecordId id() {
    return current().id();
  }

  @Override
  public long timestamp() {
    return TIME_OF_WRITING;
  }

  @Override
  public byte[] key() {
    return current().key();
  }

  @Override
  public byte[] value() {
    return current().json();
  }

  @Override
  public Headers headers() {
    return NONE;
  }

  @Override
  public byte[] with(Scored scored) throws IOException {
    return score.appendedTo(current().json(), scored);
  }

  /** The text of the key field; without one, or a value in it, the record's id. */
  private static byte[] key(@Nullable FieldReader<Group> reader, Group row, RowId id) {
    Object key = reader == null ? null : reader.read(row, 0);
    return (key == null ? id.toString() : key.toString()).getBytes(UTF_8);
  }

  private static byte[] json(GroupFormat format, Group row) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (JsonGenerator out = JSON.createGenerator(bytes)) {
      format.writeJson(row, out);
    }
    return bytes.toByteArray();
  }
}
