package io.credence.parquet;

import com.fasterxml.jackson.core.JsonGenerator;
import io.credence.record.JsonValues;
import java.io.IOException;
import org.apache.parquet.io.api.Binary;

/** The values of {@link PrimitiveValue} as JSON. */
final class PrimitiveJson {

  private PrimitiveJson() {}

  static void write(Object value, JsonGenerator out) throws IOException {
    if (value instanceof Binary bytes) {
      JsonValues.write(bytes.getBytesUnsafe(), out);
    } else if (value instanceof Interval interval) {
      writeInterval(interval, out);
    } else {
      JsonValues.write(value, out);
    }
  }

  private static void writeInterval(Interval interval, JsonGenerator out) throws IOException {
    out.writeStartObject();
    out.writeNumberField("months", interval.months());
    out.writeNumberField("days", interval.days());
    out.writeNumberField("millis", interval.millis());
    out.writeEndObject();
  }
}
