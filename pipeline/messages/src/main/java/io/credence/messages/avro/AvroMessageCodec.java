package io.credence.messages.avro;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import io.credence.deadletter.UnscorableException;
import io.credence.messages.MessageCodec;
import io.credence.messages.Undecodable;
import io.credence.record.AvroRecords;
import io.credence.score.ScoreColumns;
import io.credence.score.Scored;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.List;
import java.util.Objects;
import org.apache.avro.Schema;
import org.apache.avro.generic.GenericRecord;
import org.jspecify.annotations.Nullable;

/**
 * Reads messages that are Avro records, and writes what the output takes.
 *
 * <p>Not thread-safe: an instance holds one message at a time.
 */
final class AvroMessageCodec implements MessageCodec {

  private static final JsonFactory JSON = new JsonFactory();

  private final SchemaFinder schemas;
  private final List<String> fields;
  private final AvroScore score;
  private final AvroOutput.Writer writer;
  private byte[] bytes = {};
  private @Nullable KnownSchema schema;
  private @Nullable GenericRecord converted;

  AvroMessageCodec(
      SchemaFinder schemas, List<String> fields, ScoreColumns columns, AvroOutput.Writer writer) {
    this.schemas = schemas;
    this.fields = fields;
    this.score = new AvroScore(columns);
    this.writer = writer;
  }

  @Override
  public void read(byte @Nullable [] value) throws UnscorableException, IOException {
    converted = null;
    if (value == null) {
      throw Undecodable.because("must be an Avro record, but the message has no value");
    }
    bytes = value;
    schema = schemas.of(value);
    converted = schema.read(value, schemas.offset());
  }

  @Override
  public @Nullable Object value(int field) {
    return AvroRecords.value(
        Objects.requireNonNull(converted, "No message was read"), fields.get(field));
  }

  @Override
  public byte[] with(Scored scored) throws IOException {
    return writer.write(this, scored);
  }

  /** The schema of the message that was read, with the fields of a score. */
  Schema enrichedSchema() {
    return Objects.requireNonNull(schema, "No message was read").enriched();
  }

  /** The message that was read as a JSON object, for people. */
  byte[] json() throws IOException {
    GenericRecord record = Objects.requireNonNull(converted, "No message was read");
    ByteArrayOutputStream text = new ByteArrayOutputStream();
    try (JsonGenerator out = JSON.createGenerator(text)) {
      AvroRecords.writeJson(record, out);
    }
    return text.toByteArray();
  }

  /**
   * The message that was read with its score, as a record of {@link #enrichedSchema} behind a head.
   * What it had stays to the byte.
   */
  byte[] with(Scored scored, byte[] head) throws IOException {
    byte[] added = score.write(scored);
    int from = schemas.offset();
    int kept = bytes.length - from;
    byte[] enriched = new byte[head.length + kept + added.length];
    System.arraycopy(head, 0, enriched, 0, head.length);
    System.arraycopy(bytes, from, enriched, head.length, kept);
    System.arraycopy(added, 0, enriched, head.length + kept, added.length);
    return enriched;
  }
}
