package io.credence.messages.avro;

import java.util.Map;
import org.apache.avro.AvroRuntimeException;
import org.apache.avro.Conversion;
import org.apache.avro.LogicalType;
import org.apache.avro.Schema;
import org.apache.avro.generic.GenericDatumReader;
import org.apache.avro.generic.GenericRecord;

/**
 * Avro's reader of records, but for two things. A map with a key twice is refused; Avro keeps the
 * last value. A value that its logical type does not allow, such as a time of 25 hours, is given as
 * it lies in the bytes, as it is of Parquet's files; Avro refuses it.
 */
final class AvroReader extends GenericDatumReader<GenericRecord> {

  AvroReader(Schema schema) {
    super(schema, schema, AvroValues.CONVERTED);
  }

  @Override
  @SuppressWarnings("unchecked")
  protected void addToMap(Object map, Object key, Object value) {
    Map<Object, Object> entries = (Map<Object, Object>) map;
    int before = entries.size();
    entries.put(key, value);
    if (entries.size() == before) {
      throw new AvroRuntimeException("a map has the key '" + key + "' twice");
    }
  }

  @Override
  protected Object convert(
      Object datum, Schema schema, LogicalType type, Conversion<?> conversion) {
    try {
      return super.convert(datum, schema, type, conversion);
    } catch (RuntimeException e) {
      return datum;
    }
  }
}
