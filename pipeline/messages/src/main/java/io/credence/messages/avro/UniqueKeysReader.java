package io.credence.messages.avro;

import java.util.Map;
import org.apache.avro.AvroRuntimeException;
import org.apache.avro.Schema;
import org.apache.avro.generic.GenericDatumReader;
import org.apache.avro.generic.GenericRecord;

/** Avro's reader of records, which keeps the last of several values of a key; this one refuses. */
final class UniqueKeysReader extends GenericDatumReader<GenericRecord> {

  UniqueKeysReader(Schema schema) {
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
}
