package io.credence.server.json;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import io.credence.server.refusal.Refusal;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;

/** The members that an object may have, and what reads each. Any other is refused. */
public final class Members {

  private final Map<String, Reader> readers = new LinkedHashMap<>();

  /** Reads the value of a member. */
  @FunctionalInterface
  public interface Reader {

    /**
     * Reads it.
     *
     * @param parser stands at the value's first token, and then at its last
     * @param field where it stands, for messages
     */
    void read(JsonParser parser, String field) throws IOException, Refusal;
  }

  /** Adds a member. */
  public Members with(String name, Reader reader) {
    readers.put(name, reader);
    return this;
  }

  /**
   * Reads an object.
   *
   * @param parser stands at its beginning, and then at its end
   * @param field where it stands; empty for the body
   */
  public void read(JsonParser parser, String field) throws IOException, Refusal {
    if (parser.currentToken() != JsonToken.START_OBJECT) {
      throw Refusal.field(
          field.isEmpty() ? "The body" : field, JsonValues.shown(parser), "an object");
    }
    while (parser.nextToken() == JsonToken.FIELD_NAME) {
      String name = parser.currentName();
      String at = field.isEmpty() ? name : field + "." + name;
      Reader reader = readers.get(name);
      if (reader == null) {
        throw Refusal.unknown(at, name, readers.keySet());
      }
      parser.nextToken();
      reader.read(parser, at);
    }
  }
}
