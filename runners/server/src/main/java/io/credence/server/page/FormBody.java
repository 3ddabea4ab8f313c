package io.credence.server.page;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import io.credence.messages.Utf8Check;
import io.credence.server.refusal.Code;
import io.credence.server.refusal.Refusal;
import java.net.URLDecoder;
import java.util.LinkedHashMap;
import java.util.Map;

/** Reads the body that a browser makes of a form: names and values, each name once. */
final class FormBody {

  private FormBody() {}

  /**
   * Reads it.
   *
   * @throws Refusal when it is none, or has a name twice
   */
  static Map<String, String> read(byte[] body) throws Refusal {
    Map<String, String> values = new LinkedHashMap<>();
    if (body.length == 0) {
      return values;
    }
    for (String pair : new String(body, ISO_8859_1).split("&", -1)) {
      int equals = pair.indexOf('=');
      if (equals < 0) {
        throw invalid("has a part without =");
      }
      String name = decoded(pair.substring(0, equals));
      if (values.put(name, decoded(pair.substring(equals + 1))) != null) {
        throw Refusal.field(name, "given twice", "given once");
      }
    }
    return values;
  }

  /** The decoder replaces what is not UTF-8 without a word, so that bytes are made of it first. */
  private static String decoded(String text) throws Refusal {
    byte[] bytes;
    try {
      bytes = URLDecoder.decode(text, ISO_8859_1).getBytes(ISO_8859_1);
    } catch (IllegalArgumentException e) {
      throw invalid("has a % without two hexadecimal digits");
    }
    if (new Utf8Check().malformed(bytes, 0, bytes.length) >= 0) {
      throw invalid("is not UTF-8");
    }
    return new String(bytes, UTF_8);
  }

  private static Refusal invalid(String fault) {
    return Refusal.of(
        Code.BAD_REQUEST, "The body must be a form as browsers send it, but " + fault);
  }
}
