package io.credence.messages.avro;

import io.credence.messages.Slopes;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.apache.avro.Schema;
import org.apache.avro.generic.GenericDatumReader;
import org.apache.avro.generic.GenericDatumWriter;
import org.apache.avro.generic.GenericRecord;
import org.apache.avro.generic.GenericRecordBuilder;
import org.apache.avro.io.BinaryEncoder;
import org.apache.avro.io.DecoderFactory;
import org.apache.avro.io.EncoderFactory;
import org.apache.avro.util.Utf8;

/** Avro's own way from records to bytes and back. */
public final class Avro {

  private Avro() {}

  public static byte[] bytes(GenericRecord record) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    BinaryEncoder out = EncoderFactory.get().binaryEncoder(bytes, null);
    try {
      new GenericDatumWriter<GenericRecord>(record.getSchema()).write(record, out);
      out.flush();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return bytes.toByteArray();
  }

  public static GenericRecord record(Schema schema, byte[] bytes, int from) {
    try {
      return new GenericDatumReader<GenericRecord>(schema)
          .read(null, DecoderFactory.get().binaryDecoder(bytes, from, bytes.length - from, null));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The values of fields from one on, as Java has them. */
  public static List<Object> values(GenericRecord record, int from) {
    List<Object> values = new ArrayList<>();
    for (int i = from; i < record.getSchema().getFields().size(); i++) {
      values.add(plain(record.get(i)));
    }
    return values;
  }

  private static Object plain(Object value) {
    if (value instanceof Collection<?> values) {
      return values.stream().map(Avro::plain).toList();
    }
    return value instanceof Utf8 text ? text.toString() : value;
  }

  public static GenericRecord row(String note, double x, int category) {
    return new GenericRecordBuilder(Slopes.SCHEMA)
        .set("note", note)
        .set("x", x)
        .set("category", category)
        .build();
  }
}
