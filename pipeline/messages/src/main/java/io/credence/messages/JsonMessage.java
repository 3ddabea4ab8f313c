package io.credence.messages;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import io.credence.deadletter.UnscorableException;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Reads messages that are JSON objects: the values of the fields that a model needs, and where the
 * object ends, so that more fields can be put behind those it has. All else about it stays as it
 * is, to the byte: unknown fields, the digits of numbers, white space.
 *
 * <p>Not thread-safe: an instance holds one message at a time.
 */
public final class JsonMessage {

  /** UTF-8 alone: positions are known in no other encoding. */
  private static final JsonFactory JSON =
      JsonFactory.builder().disable(JsonFactory.Feature.CHARSET_DETECTION).build();

  private static final byte[] MARK = "\uFEFF".getBytes(UTF_8);
  private static final Object ABSENT = new Object();

  private final Utf8Check utf8 = new Utf8Check();
  private final Map<String, Integer> positions = new HashMap<>();
  private final @Nullable Object[] values;
  private byte[] bytes = {};
  private int end;
  private boolean empty;

  /**
   * Reads these fields.
   *
   * @param fields what a model needs, in the order of the numbers by which they are asked for
   * @param reserved what a message must not have, because it is to be added
   */
  public JsonMessage(List<String> fields, List<String> reserved) {
    this.values = new Object[fields.size()];
    for (int i = 0; i < fields.size(); i++) {
      positions.put(fields.get(i), i);
    }
    reserved.forEach(name -> positions.put(name, -1));
  }

  /**
   * Takes the next message.
   *
   * @throws UnscorableException when it is not one JSON object in UTF-8, names a field twice, or
   *     has one that is to be added
   */
  public void read(byte @Nullable [] message) throws UnscorableException {
    if (message == null) {
      throw Undecodable.because("must be a JSON object, but the message has no value");
    }
    requireUtf8(message);
    bytes = message;
    Arrays.fill(values, ABSENT);
    try (JsonParser parser = JSON.createParser(message)) {
      read(parser);
    } catch (JsonProcessingException e) {
      throw Undecodable.because("must be a JSON object, but " + e.getOriginalMessage());
    } catch (IOException e) {
      // Of bytes in memory, nothing but the bytes can be at fault.
      throw Undecodable.because("must be a JSON object, but " + e.getMessage());
    }
  }

  /** Of what no model reads, the parser would not tell. */
  private void requireUtf8(byte[] message) throws UnscorableException {
    int malformed = utf8.malformed(message, 0, message.length);
    if (malformed >= 0) {
      throw Undecodable.because(
          "must be a JSON object in UTF-8, but is not UTF-8 at byte " + malformed);
    }
    if (message.length >= MARK.length
        && Arrays.equals(message, 0, MARK.length, MARK, 0, MARK.length)) {
      throw Undecodable.because("must be a JSON object, but begins with a byte-order mark");
    }
  }

  private void read(JsonParser parser) throws IOException, UnscorableException {
    if (parser.nextToken() != JsonToken.START_OBJECT) {
      throw Undecodable.because("must be a JSON object, but begins with " + parser.currentToken());
    }
    empty = true;
    while (parser.nextToken() == JsonToken.FIELD_NAME) {
      empty = false;
      String name = parser.currentName();
      Integer position = positions.get(name);
      parser.nextToken();
      if (position == null) {
        parser.skipChildren();
      } else if (position < 0) {
        throw Undecodable.hasAlready(name);
      } else {
        if (values[position] != ABSENT) {
          throw Undecodable.because("has a field '" + name + "' twice");
        }
        values[position] = value(name, parser);
      }
    }
    end = (int) parser.currentTokenLocation().getByteOffset();
    if (parser.nextToken() != null) {
      throw Undecodable.because("must be one JSON object, but more follows it");
    }
  }

  private static @Nullable Object value(String name, JsonParser parser)
      throws IOException, UnscorableException {
    Object value =
        switch (parser.currentToken()) {
          case VALUE_NUMBER_INT -> parser.getNumberValue();
          case VALUE_NUMBER_FLOAT -> real(name, parser);
          case VALUE_STRING -> text(name, parser.getText());
          case VALUE_TRUE -> true;
          case VALUE_FALSE -> false;
          case VALUE_NULL -> null;
          case START_ARRAY -> list(name, parser);
          default -> parser.currentToken();
        };
    parser.skipChildren();
    return value;
  }

  /** What is nested deeper is shown by its token, and no feature accepts it. */
  private static List<@Nullable Object> list(String name, JsonParser parser)
      throws IOException, UnscorableException {
    List<@Nullable Object> list = new ArrayList<>();
    while (parser.nextToken() != JsonToken.END_ARRAY) {
      if (parser.currentToken().isStructStart()) {
        list.add(parser.currentToken());
        parser.skipChildren();
      } else {
        list.add(value(name, parser));
      }
    }
    return list;
  }

  /** The nearest double; where that is infinite, all digits, since keys must not become one. */
  private static Number real(String name, JsonParser parser)
      throws IOException, UnscorableException {
    double nearest = parser.getDoubleValue();
    try {
      return Double.isFinite(nearest) ? nearest : parser.getDecimalValue();
    } catch (NumberFormatException e) {
      throw Undecodable.because("has a number too large for any use in the field '" + name + "'");
    }
  }

  /** A text that has a form in UTF-8: an escaped half of a surrogate pair has none. */
  private static String text(String name, String text) throws UnscorableException {
    for (int i = 0; i < text.length(); i += Character.charCount(text.codePointAt(i))) {
      if (Character.isSurrogate(text.charAt(i)) && text.codePointAt(i) <= Character.MAX_VALUE) {
        throw Undecodable.because("has half a surrogate pair in the field '" + name + "'");
      }
    }
    return text;
  }

  /** The value of a field of the message; null when it is absent or null. */
  public @Nullable Object value(int field) {
    Object value = values[field];
    return value == ABSENT ? null : value;
  }

  /** The message, with more fields behind those it has. */
  byte[] with(byte[] fields) {
    byte[] comma = empty ? new byte[0] : new byte[] {','};
    byte[] enriched = new byte[bytes.length + comma.length + fields.length];
    System.arraycopy(bytes, 0, enriched, 0, end);
    System.arraycopy(comma, 0, enriched, end, comma.length);
    System.arraycopy(fields, 0, enriched, end + comma.length, fields.length);
    int rest = end + comma.length + fields.length;
    System.arraycopy(bytes, end, enriched, rest, bytes.length - end);
    return enriched;
  }
}
