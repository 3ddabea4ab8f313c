package io.credence.messages.schema;

import com.fasterxml.jackson.core.JsonProcessingException;
import org.apache.avro.AvroRuntimeException;
import org.apache.avro.Schema;
import org.jspecify.annotations.Nullable;

/** The JSON of a schema, as someone wrote it. */
final class SchemaText {

  private SchemaText() {}

  /**
   * Parses it.
   *
   * @param parser has the schemas that it may name
   * @throws IllegalArgumentException when it is no Avro schema; the message says why
   */
  static Schema parse(String text, Schema.Parser parser) {
    try {
      return parser.parse(text);
    } catch (AvroRuntimeException e) {
      throw new IllegalArgumentException("is no Avro schema: " + reason(e), e);
    } catch (ClassCastException | IllegalArgumentException | NullPointerException e) {
      // Avro looks at what is there and should be something else before it asks.
      throw new IllegalArgumentException("is no Avro schema: a part of it is missing", e);
    }
  }

  private static @Nullable String reason(AvroRuntimeException e) {
    return e.getCause() instanceof JsonProcessingException json
        ? json.getOriginalMessage()
        : e.getMessage();
  }
}
