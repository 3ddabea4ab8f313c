package io.credence.beam;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import io.credence.deadletter.DeadLetterCode;
import io.credence.deadletter.UnscorableException;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import org.jspecify.annotations.Nullable;

/**
 * A record that could not be scored, and why. Its Avro schema is {@code dead-letter.avsc}.
 *
 * @param code the kind of defect
 * @param message what must hold and the value that was seen
 * @param feature the feature or parameter at fault; null when it is the record as a whole
 * @param source where the record came from; null when that is not known
 * @param record the record as JSON; null when it could not be decoded
 * @param raw the bytes as they arrived, when they could not be decoded
 * @param modelName the model that was to score it
 * @param modelVersion its version
 * @param modelDigest its digest, in hexadecimal
 */
public record DeadLetter(
    DeadLetterCode code,
    String message,
    @Nullable String feature,
    @Nullable RecordSource source,
    @Nullable String record,
    @Nullable RawBytes raw,
    String modelName,
    String modelVersion,
    String modelDigest) {

  private static final JsonFactory JSON = new JsonFactory();

  /** Makes a dead letter of a record that was decoded but could not be scored. */
  public static <T> DeadLetter of(
      UnscorableException reason,
      ModelRef model,
      @Nullable RecordSource source,
      RecordFormat<T> format,
      T record) {
    return new DeadLetter(
        reason.code(),
        reason.reason(),
        reason.feature(),
        source,
        json(format, record),
        null,
        model.name(),
        model.version(),
        model.digest().hex());
  }

  private static <T> String json(RecordFormat<T> format, T record) {
    StringWriter text = new StringWriter();
    try (JsonGenerator out = JSON.createGenerator(text)) {
      format.writeJson(record, out);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return text.toString();
  }

  /**
   * Writes the dead letter as one JSON object, with the record as an object within, and raw bytes
   * as Base64.
   */
  public void writeJson(JsonGenerator out) throws IOException {
    out.writeStartObject();
    writeFields(out);
    out.writeEndObject();
  }

  /** Writes what is within that object, for those who add fields of their own. */
  public void writeFields(JsonGenerator out) throws IOException {
    out.writeStringField("code", code.name());
    out.writeStringField("message", message);
    out.writeStringField("feature", feature);
    if (source == null) {
      out.writeNullField("source");
    } else {
      writeSource(source, out);
    }
    out.writeFieldName("record");
    out.writeRawValue(record == null ? "null" : record);
    if (raw != null) {
      out.writeBinaryField("raw", raw.toByteArray());
    }
    out.writeStringField("model_name", modelName);
    out.writeStringField("model_version", modelVersion);
    out.writeStringField("model_digest", modelDigest);
  }

  private static void writeSource(RecordSource source, JsonGenerator out) throws IOException {
    out.writeObjectFieldStart("source");
    if (source.file() != null) {
      out.writeStringField("file", source.file());
    }
    writeNumber("row", source.row(), out);
    if (source.topic() != null) {
      out.writeStringField("topic", source.topic());
    }
    writeNumber("partition", source.partition(), out);
    writeNumber("offset", source.offset(), out);
    writeNumber("timestamp", source.timestamp(), out);
    out.writeEndObject();
  }

  private static void writeNumber(String name, @Nullable Number value, JsonGenerator out)
      throws IOException {
    if (value != null) {
      out.writeNumberField(name, value.longValue());
    }
  }
}
