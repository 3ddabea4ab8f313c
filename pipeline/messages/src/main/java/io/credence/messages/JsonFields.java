package io.credence.messages;

import com.fasterxml.jackson.core.JsonParser;
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
 * The values of the fields that a model needs, of one JSON object after another. An object may be a
 * whole text or a part of one; its other fields are passed over.
 *
 * <p>{@code scorer.score(JsonFields::value, fields)} scores the object that was read last, where
 * the fields are those that the scorer asks for, in its order.
 *
 * <p>Not thread-safe: an instance holds one object at a time.
 */
public final class JsonFields {

  private static final Object ABSENT = new Object();

  private final Map<String, Integer> positions = new HashMap<>();
  private final int[] places;
  private final @Nullable Object[] values;
  private boolean empty;

  /**
   * Reads these fields.
   *
   * @param fields what a model needs, in the order of the numbers by which they are asked for
   * @param reserved what an object must not have, because it is to be added; nothing where the
   *     score is not added to the object
   */
  public JsonFields(List<String> fields, List<String> reserved) {
    this.values = new Object[fields.size()];
    this.places = new int[fields.size()];
    for (int i = 0; i < fields.size(); i++) {
      // A feature that is the key, too, is asked for twice.
      Integer before = positions.putIfAbsent(fields.get(i), i);
      places[i] = before == null ? i : before;
    }
    reserved.forEach(name -> positions.put(name, -1));
  }

  /**
   * Reads an object.
   *
   * @param parser stands at the object's beginning, and then at its end; of a text that is UTF-8,
   *     since parsers replace other bytes without a word (see {@link Utf8Check})
   * @throws UnscorableException with the code UNDECODABLE, when the value is no object, names a
   *     field that is read twice, or has one that is to be added
   * @throws IOException when it is not JSON
   */
  public void read(JsonParser parser) throws IOException, UnscorableException {
    Arrays.fill(values, ABSENT);
    if (parser.currentToken() != JsonToken.START_OBJECT) {
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
  }

  /**
   * Reads one value, as {@link io.credence.predict.FieldReader} wants it.
   *
   * @param name of its field, for messages
   * @param parser stands at its first token, and then at its last
   */
  public static @Nullable Object value(String name, JsonParser parser)
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

  /**
   * The value of a field of the object that was read last, as {@link
   * io.credence.predict.FieldReader} wants it: null when it is absent or null.
   *
   * @param field its position among the fields that are read
   */
  public @Nullable Object value(int field) {
    Object value = values[places[field]];
    return value == ABSENT ? null : value;
  }

  /** Whether the object that was read last has no field at all. */
  boolean isEmpty() {
    return empty;
  }
}
