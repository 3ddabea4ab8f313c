package io.credence.messages.avro;

import io.credence.deadletter.UnscorableException;
import io.credence.messages.Undecodable;
import io.credence.messages.Utf8Check;
import io.credence.score.ScoreColumns;
import java.io.IOException;
import org.apache.avro.AvroRuntimeException;
import org.apache.avro.Schema;
import org.apache.avro.generic.GenericRecord;
import org.apache.avro.io.BinaryDecoder;
import org.apache.avro.io.DecoderFactory;
import org.jspecify.annotations.Nullable;

/**
 * A schema with which messages are written, and what it takes to read them.
 *
 * <p>Not thread-safe.
 */
final class KnownSchema {

  private final Schema schema;
  private final Schema enriched;
  private final AvroReader reader;
  private final Utf8Check utf8 = new Utf8Check();
  private @Nullable BinaryDecoder decoder;

  /**
   * @throws IllegalArgumentException when it is not the schema of a record, has a field that would
   *     be added, or is too large
   */
  KnownSchema(Schema schema, ScoreColumns columns) {
    SchemaSize.requireBounded(schema);
    this.schema = schema;
    this.enriched = EnrichedSchema.of(schema, columns.columns());
    this.reader = new AvroReader(schema);
  }

  Schema enriched() {
    return enriched;
  }

  /** A record as scoring sees it: decimals are numbers, and times are times. */
  GenericRecord read(byte[] bytes, int from) throws UnscorableException {
    AvroBytes.requireRecord(schema, bytes, from, utf8);
    decoder = DecoderFactory.get().binaryDecoder(bytes, from, bytes.length - from, decoder);
    try {
      return reader.read(null, decoder);
    } catch (IOException | AvroRuntimeException e) {
      // Of bytes in memory, nothing but the bytes can be at fault.
      throw Undecodable.because(
          "must be an Avro record of %s, but %s".formatted(schema.getFullName(), e.getMessage()));
    }
  }
}
