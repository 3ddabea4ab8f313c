package io.credence.record;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.Collection;
import java.util.Map;
import org.apache.avro.Schema;
import org.apache.avro.generic.GenericFixed;
import org.apache.avro.generic.IndexedRecord;
import org.jspecify.annotations.Nullable;

/**
 * Writes an Avro record as a JSON object for people and for a second try: a union is the value that
 * it holds. Avro's own rendering leaves dates, times and other converted values without quotes,
 * which is no JSON.
 */
final class AvroJson {

  private AvroJson() {}

  static void write(IndexedRecord record, JsonGenerator out) throws IOException {
    out.writeStartObject();
    for (Schema.Field field : record.getSchema().getFields()) {
      out.writeFieldName(field.name());
      writeValue(record.get(field.pos()), out);
    }
    out.writeEndObject();
  }

  private static void writeValue(@Nullable Object value, JsonGenerator out) throws IOException {
    if (value == null) {
      out.writeNull();
    } else if (value instanceof IndexedRecord record) {
      write(record, out);
    } else if (value instanceof Map<?, ?> map) {
      writeMap(map, out);
    } else if (value instanceof Collection<?> values) {
      writeArray(values, out);
    } else if (value instanceof ByteBuffer buffer) {
      JsonValues.write(bytes(buffer), out);
    } else if (value instanceof GenericFixed fixed) {
      JsonValues.write(fixed.bytes(), out);
    } else {
      JsonValues.write(value, out);
    }
  }

  private static void writeMap(Map<?, ?> map, JsonGenerator out) throws IOException {
    out.writeStartObject();
    for (Map.Entry<?, ?> entry : map.entrySet()) {
      out.writeFieldName(String.valueOf(entry.getKey()));
      writeValue(entry.getValue(), out);
    }
    out.writeEndObject();
  }

  private static void writeArray(Collection<?> values, JsonGenerator out) throws IOException {
    out.writeStartArray();
    for (Object value : values) {
      writeValue(value, out);
    }
    out.writeEndArray();
  }

  /** What is left in a buffer, which stays as it is. */
  static byte[] bytes(ByteBuffer buffer) {
    byte[] bytes = new byte[buffer.remaining()];
    buffer.duplicate().get(bytes);
    return bytes;
  }
}
