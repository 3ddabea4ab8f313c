package io.credence.server.json;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import io.credence.server.refusal.Refusal;
import java.io.IOException;
import java.util.Arrays;
import java.util.function.DoublePredicate;

/** Reads values that must be of a kind, and within a range. */
public final class JsonValues {

  private JsonValues() {}

  /** A whole number; one that is written as a real, as in 3.0, is one too. */
  public static int whole(JsonParser parser, String field, int least, int most)
      throws IOException, Refusal {
    double number = isNumber(parser) ? parser.getDoubleValue() : Double.NaN;
    if (number != Math.rint(number) || number < least || number > most) {
      throw Refusal.field(
          field, shown(parser), "a whole number from %s to %s".formatted(least, most));
    }
    return (int) number;
  }

  /**
   * A finite number.
   *
   * @param accepts which ones
   * @param expected these in words, such as "a number above 0 and below 1"
   */
  public static double number(
      JsonParser parser, String field, DoublePredicate accepts, String expected)
      throws IOException, Refusal {
    double number = isNumber(parser) ? parser.getDoubleValue() : Double.NaN;
    if (!Double.isFinite(number) || !accepts.test(number)) {
      throw Refusal.field(field, shown(parser), expected);
    }
    return number;
  }

  /**
   * A list, which the caller reads on.
   *
   * @return where it begins in the body
   */
  public static int list(JsonParser parser, String field, String expected)
      throws IOException, Refusal {
    return begun(JsonToken.START_ARRAY, parser, field, expected);
  }

  /**
   * An object, which the caller reads on.
   *
   * @return where it begins in the body
   */
  public static int object(JsonParser parser, String field, String expected)
      throws IOException, Refusal {
    return begun(JsonToken.START_OBJECT, parser, field, expected);
  }

  private static int begun(JsonToken wanted, JsonParser parser, String field, String expected)
      throws IOException, Refusal {
    if (parser.currentToken() != wanted) {
      throw Refusal.field(field, shown(parser), expected);
    }
    return (int) parser.currentTokenLocation().getByteOffset();
  }

  /** A truth value. */
  public static boolean truth(JsonParser parser, String field) throws IOException, Refusal {
    if (!parser.currentToken().isBoolean()) {
      throw Refusal.field(field, shown(parser), "true or false");
    }
    return parser.getBooleanValue();
  }

  /** A text. */
  public static String text(JsonParser parser, String field) throws IOException, Refusal {
    if (parser.currentToken() != JsonToken.VALUE_STRING) {
      throw Refusal.field(field, shown(parser), "a text");
    }
    return parser.getText();
  }

  /**
   * One number, or a list of them.
   *
   * @param most how many there may be
   * @param accepts which ones
   * @param expected these in words, for a list of them
   */
  public static double[] numbers(
      JsonParser parser, String field, int most, DoublePredicate accepts, String expected)
      throws IOException, Refusal {
    if (parser.currentToken() != JsonToken.START_ARRAY) {
      return new double[] {number(parser, field, accepts, expected)};
    }
    double[] numbers = new double[most];
    int count = 0;
    while (parser.nextToken() != JsonToken.END_ARRAY) {
      if (count == most) {
        throw Refusal.field(field, "longer", "a list of at most %s numbers".formatted(most));
      }
      numbers[count] = number(parser, "%s[%s]".formatted(field, count), accepts, expected);
      for (int i = 0; i < count; i++) {
        if (numbers[i] == numbers[count]) {
          throw Refusal.field(field, numbers[i] + ", twice", "a list in which each stands once");
        }
      }
      count++;
    }
    return Arrays.copyOf(numbers, count);
  }

  /** The value that a parser stands at, as a message may show it. */
  public static String shown(JsonParser parser) throws IOException {
    JsonToken token = parser.currentToken();
    if (token == null) {
      return "empty";
    }
    return switch (token) {
      case START_OBJECT -> "an object";
      case START_ARRAY -> "a list";
      case VALUE_STRING -> "the text '" + parser.getText() + "'";
      default -> parser.getText();
    };
  }

  private static boolean isNumber(JsonParser parser) {
    return parser.currentToken() != null && parser.currentToken().isNumeric();
  }
}
