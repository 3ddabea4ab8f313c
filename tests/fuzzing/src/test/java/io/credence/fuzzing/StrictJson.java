package io.credence.fuzzing;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.nio.ByteBuffer;

/** Requires what a reader of an output does: one JSON object in UTF-8. */
final class StrictJson {

  private static final JsonFactory JSON = new JsonFactory();

  private StrictJson() {}

  static void require(byte[] bytes) {
    try {
      String text = UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
      try (JsonParser parser = JSON.createParser(text)) {
        if (parser.nextToken() != JsonToken.START_OBJECT) {
          throw new AssertionError("no JSON object was written: " + text);
        }
        parser.skipChildren();
        if (parser.nextToken() != null) {
          throw new AssertionError("more than one JSON object was written: " + text);
        }
      }
    } catch (IOException e) {
      throw new AssertionError("no JSON was written", e);
    }
  }
}
