package io.credence.server.json;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.StreamWriteFeature;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;

/** Writes JSON. */
public final class Json {

  /** Java's own way to write a number takes longer, and differs by version. */
  private static final JsonFactory JSON =
      JsonFactory.builder().enable(StreamWriteFeature.USE_FAST_DOUBLE_WRITER).build();

  private Json() {}

  /** Something that writes. */
  @FunctionalInterface
  public interface Writer {
    void to(JsonGenerator out) throws IOException;
  }

  /** An object whose fields are written. */
  public static byte[] object(Writer fields) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream(1_024);
    try (JsonGenerator out = generator(bytes)) {
      out.writeStartObject();
      fields.to(out);
      out.writeEndObject();
    } catch (IOException e) {
      throw new UncheckedIOException("To memory, all can be written", e);
    }
    return bytes.toByteArray();
  }

  static JsonGenerator generator(OutputStream to) throws IOException {
    return JSON.createGenerator(to);
  }

  /** Writes a number; null where it is not finite, for which JSON has no word. */
  public static void number(double value, JsonGenerator out) throws IOException {
    if (Double.isFinite(value)) {
      out.writeNumber(value);
    } else {
      out.writeNull();
    }
  }

  /** Writes a field that is a number, or null where it is not finite. */
  public static void number(String name, double value, JsonGenerator out) throws IOException {
    out.writeFieldName(name);
    number(value, out);
  }

  /** Writes a field that is a list of numbers. */
  public static void numbers(String name, double[] values, JsonGenerator out) throws IOException {
    out.writeArrayFieldStart(name);
    for (double value : values) {
      number(value, out);
    }
    out.writeEndArray();
  }
}
