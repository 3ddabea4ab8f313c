package io.credence.beam;

import com.fasterxml.jackson.core.JsonGenerator;
import io.credence.predict.FieldReader;
import java.io.IOException;
import java.io.Serializable;
import java.util.List;
import org.apache.avro.generic.GenericRecord;
import org.jspecify.annotations.Nullable;

/**
 * All that scoring needs to know of a kind of record: how to read its fields, and how to write it
 * as JSON when it becomes a dead letter.
 *
 * @param <T> the type of a record
 */
public interface RecordFormat<T> extends Serializable {

  /**
   * A reader of these fields. A field that records do not have reads as null.
   *
   * @param names the fields, in the order of the numbers by which they are asked for
   */
  FieldReader<T> reader(List<String> names);

  /** Writes a record as one JSON object. */
  void writeJson(T record, JsonGenerator out) throws IOException;

  /** Where a record came from, when it tells: a message of a topic does. Dead letters say it. */
  default @Nullable RecordSource source(T record) {
    return null;
  }

  /** Avro records of any schema. */
  static RecordFormat<GenericRecord> avro() {
    return new AvroRecordFormat();
  }
}
