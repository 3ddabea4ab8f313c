package io.credence.beam;

import com.fasterxml.jackson.core.JsonGenerator;
import io.credence.predict.FieldReader;
import java.io.IOException;
import java.util.List;
import org.apache.avro.generic.GenericEnumSymbol;
import org.apache.avro.generic.GenericRecord;
import org.jspecify.annotations.Nullable;

/** Avro's generic records. */
final class AvroFormat implements RecordFormat<GenericRecord> {

  private static final long serialVersionUID = 1;

  @Override
  public FieldReader<GenericRecord> reader(List<String> names) {
    return (record, field) -> value(record, names.get(field));
  }

  @Override
  public void writeJson(GenericRecord record, JsonGenerator out) throws IOException {
    AvroJson.write(record, out);
  }

  private static @Nullable Object value(GenericRecord record, String name) {
    Object value = record.hasField(name) ? record.get(name) : null;
    // A level, and Avro's class for it is no text.
    return value instanceof GenericEnumSymbol ? value.toString() : value;
  }
}
