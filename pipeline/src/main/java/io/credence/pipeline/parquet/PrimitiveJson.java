package io.credence.pipeline.parquet;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.math.BigDecimal;
import java.math.BigInteger;
import org.apache.parquet.io.api.Binary;

/** The values of {@link PrimitiveValue} as JSON. */
final class PrimitiveJson {

  private PrimitiveJson() {}

  static void write(Object value, JsonGenerator out) throws IOException {
    if (value instanceof Boolean bool) {
      out.writeBoolean(bool);
    } else if (value instanceof Long integer) {
      out.writeNumber(integer);
    } else if (value instanceof BigInteger integer) {
      out.writeNumber(integer);
    } else if (value instanceof BigDecimal decimal) {
      out.writeNumber(decimal.toPlainString());
    } else if (value instanceof Double number) {
      writeDouble(number, out);
    } else if (value instanceof Float number) {
      writeFloat(number, out);
    } else if (value instanceof Binary bytes) {
      out.writeBinary(bytes.getBytesUnsafe());
    } else if (value instanceof Interval interval) {
      writeInterval(interval, out);
    } else {
      out.writeString(value.toString());
    }
  }

  private static void writeDouble(double number, JsonGenerator out) throws IOException {
    if (Double.isFinite(number)) {
      out.writeNumber(number);
    } else {
      out.writeString(Double.toString(number));
    }
  }

  private static void writeFloat(float number, JsonGenerator out) throws IOException {
    if (Float.isFinite(number)) {
      out.writeNumber(number);
    } else {
      out.writeString(Float.toString(number));
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
