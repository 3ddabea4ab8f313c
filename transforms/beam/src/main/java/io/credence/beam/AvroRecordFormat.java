package io.credence.beam;

import com.fasterxml.jackson.core.JsonGenerator;
import io.credence.predict.FieldReader;
import io.credence.record.AvroRecords;
import java.io.IOException;
import java.util.List;
import org.apache.avro.generic.GenericRecord;

/** Avro's generic records. */
final class AvroRecordFormat implements RecordFormat<GenericRecord> {

  private static final long serialVersionUID = 1;

  @Override
  public FieldReader<GenericRecord> reader(List<String> names) {
    return (record, field) -> AvroRecords.value(record, names.get(field));
  }

  @Override
  public void writeJson(GenericRecord record, JsonGenerator out) throws IOException {
    AvroRecords.writeJson(record, out);
  }
}
