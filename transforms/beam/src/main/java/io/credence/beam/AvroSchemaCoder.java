package io.credence.beam;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import org.apache.avro.Schema;
import org.apache.avro.generic.GenericRecord;
import org.apache.beam.sdk.coders.AtomicCoder;
import org.apache.beam.sdk.extensions.avro.coders.AvroGenericCoder;

/**
 * A coder whose wire form is that of an Avro schema, so that there is one description of what is
 * handed on.
 *
 * @param <T> the type of a value
 */
abstract class AvroSchemaCoder<T> extends AtomicCoder<T> {

  private static final long serialVersionUID = 1;

  private final AvroGenericCoder records;

  AvroSchemaCoder(Schema schema) {
    this.records = AvroGenericCoder.of(schema);
  }

  abstract GenericRecord toRecord(T value);

  abstract T fromRecord(GenericRecord record);

  @Override
  public final void encode(T value, OutputStream out) throws IOException {
    records.encode(toRecord(value), out);
  }

  @Override
  public final T decode(InputStream in) throws IOException {
    return fromRecord(records.decode(in));
  }

  Schema schema() {
    return records.getSchema();
  }
}
