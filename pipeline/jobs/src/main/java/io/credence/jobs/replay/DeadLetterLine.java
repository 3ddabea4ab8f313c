package io.credence.jobs.replay;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import io.credence.messages.Utf8Check;
import java.io.IOException;
import java.util.Arrays;
import java.util.HashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A dead letter of a batch: a line of JSON, as {@link io.credence.beam.DeadLetter} writes it. */
final class DeadLetterLine {

  /** UTF-8 alone: positions are known in no other encoding. */
  private static final JsonFactory JSON =
      JsonFactory.builder().disable(JsonFactory.Feature.CHARSET_DETECTION).build();

  private final byte[] line;
  private @Nullable String code;
  private byte @Nullable [] value;
  private boolean excerpt;
  private final RecordOrigin source = new RecordOrigin();

  private DeadLetterLine(byte[] line) {
    this.line = line;
  }

  /**
   * Reads a line.
   *
   * @throws IllegalArgumentException when it is no dead letter; the message says why
   */
  static DeadLetterLine parse(byte[] line) {
    if (line.length > Lines.MAX_BYTES) {
      throw new IllegalArgumentException(
          "must not be longer than %s bytes".formatted(Lines.MAX_BYTES));
    }
    int malformed = new Utf8Check().malformed(line, 0, line.length);
    if (malformed >= 0) {
      throw new IllegalArgumentException("must be UTF-8, but is not at byte " + malformed);
    }
    DeadLetterLine letter = new DeadLetterLine(line);
    try (JsonParser parser = JSON.createParser(line)) {
      letter.read(parser);
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException("must be JSON, but " + e.getOriginalMessage(), e);
    } catch (IOException e) {
      // Of bytes in memory, nothing but the bytes can be at fault.
      throw new IllegalArgumentException("must be JSON, but " + e.getMessage(), e);
    }
    return letter;
  }

  private void read(JsonParser parser) throws IOException {
    if (parser.nextToken() != JsonToken.START_OBJECT) {
      throw new IllegalArgumentException("must be a JSON object");
    }
    Set<String> names = new HashSet<>();
    while (parser.nextToken() == JsonToken.FIELD_NAME) {
      String name = parser.currentName();
      if (!names.add(name)) {
        throw new IllegalArgumentException("has a field '" + name + "' twice");
      }
      JsonToken token = parser.nextToken();
      switch (name) {
        case "code" -> code = token == JsonToken.VALUE_STRING ? parser.getText() : null;
        case "source" -> source.read(parser);
        case "record" -> readRecord(parser);
        case "raw" -> readRaw(parser);
        case "excerpt" -> excerpt = token != JsonToken.VALUE_FALSE;
        default -> parser.skipChildren();
      }
    }
    if (parser.nextToken() != null) {
      throw new IllegalArgumentException("must be one JSON object, but more follows it");
    }
    if (code == null) {
      throw new IllegalArgumentException("must have a text 'code'");
    }
    if (excerpt) {
      throw new IllegalArgumentException(
          "holds only some columns of its record (--deadLetterColumns); score the record from its file again");
    }
    if (value == null) {
      throw new IllegalArgumentException("must have an object 'record', or Base64 as 'raw'");
    }
  }

  /** The bytes as they stand there: digits and white space are not for us to change. */
  private void readRecord(JsonParser parser) throws IOException {
    if (parser.currentToken() == JsonToken.START_OBJECT) {
      requireOneValue();
      int start = (int) parser.currentTokenLocation().getByteOffset();
      parser.skipChildren();
      value = Arrays.copyOfRange(line, start, (int) parser.currentLocation().getByteOffset());
    } else {
      parser.skipChildren();
    }
  }

  private void readRaw(JsonParser parser) throws IOException {
    if (parser.currentToken() == JsonToken.VALUE_STRING) {
      requireOneValue();
      value = parser.getBinaryValue();
    } else {
      parser.skipChildren();
    }
  }

  private void requireOneValue() {
    if (value != null) {
      throw new IllegalArgumentException("must have one of 'record' and 'raw', but has both");
    }
  }

  String code() {
    return String.valueOf(code);
  }

  /** The record as it is to be sent. */
  byte[] value() {
    return value == null ? new byte[0] : value.clone();
  }

  /** Where the record came from; null when that was unknown. */
  @Nullable String source() {
    return source.text();
  }
}
