package io.credence.record;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.nio.ByteBuffer;
import org.apache.avro.generic.GenericEnumSymbol;
import org.apache.avro.generic.GenericRecord;
import org.jspecify.annotations.Nullable;

/** What is read from Avro's generic records, of any schema. */
public final class AvroRecords {

  private AvroRecords() {}

  /** The value of a field; null also when there is no such field. A symbol of an enum is a text. */
  public static @Nullable Object value(GenericRecord record, String name) {
    Object value = record.hasField(name) ? record.get(name) : null;
    return value instanceof GenericEnumSymbol ? value.toString() : value;
  }

  /**
   * Writes a record as one JSON object, for people and for a second try: a union is the value that
   * it holds.
   */
  public static void writeJson(GenericRecord record, JsonGenerator out) throws IOException {
    AvroJson.write(record, out);
  }

  /** What is left in a buffer, which stays as it is. */
  public static byte[] bytes(ByteBuffer buffer) {
    return AvroJson.bytes(buffer);
  }
}
