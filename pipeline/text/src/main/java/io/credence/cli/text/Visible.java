package io.credence.cli.text;

import java.nio.charset.Charset;
import java.nio.charset.CharsetEncoder;
import java.util.Locale;

/**
 * Text as a terminal may show it. Names, labels, keys and what servers answer come from elsewhere;
 * they must not move the cursor, turn the direction of reading or hide letters.
 *
 * <p>Control characters, line breaks, marks of direction, characters without a width and halves of
 * pairs become escapes as Java writes them; so do letters that the charset of the terminal lacks,
 * which would come out as question marks.
 *
 * <p>Not thread-safe.
 */
public final class Visible {

  private final CharsetEncoder encoder;

  public Visible(Charset charset) {
    this.encoder = charset.newEncoder();
  }

  /** All of a text in one line. */
  public String line(String text) {
    return escape(text, false);
  }

  /** A text that keeps its line breaks and tabs. */
  String lines(String text) {
    return escape(text, true);
  }

  private String escape(String text, boolean layout) {
    int plain = plainUntil(text, 0, layout);
    if (plain == text.length()) {
      return text;
    }
    StringBuilder visible = new StringBuilder(text.length() + 16);
    int from = 0;
    while (plain < text.length()) {
      visible.append(text, from, plain);
      int code = text.codePointAt(plain);
      append(visible, code);
      from = plain + Character.charCount(code);
      plain = plainUntil(text, from, layout);
    }
    return visible.append(text, from, text.length()).toString();
  }

  /** Where the next character stands that can't be shown, or the end. */
  private int plainUntil(String text, int from, boolean layout) {
    int at = from;
    while (at < text.length()) {
      int code = text.codePointAt(at);
      if (!(layout && (code == '\n' || code == '\t')) && !isPlain(code)) {
        return at;
      }
      at += Character.charCount(code);
    }
    return at;
  }

  private boolean isPlain(int code) {
    if (code < 0x7f) {
      return code >= ' ';
    }
    return switch (Character.getType(code)) {
      case Character.CONTROL,
          Character.FORMAT,
          Character.LINE_SEPARATOR,
          Character.PARAGRAPH_SEPARATOR,
          Character.SURROGATE ->
          false;
      default -> encoder.canEncode(Character.toString(code));
    };
  }

  private static void append(StringBuilder visible, int code) {
    switch (code) {
      case '\n' -> visible.append("\\n");
      case '\r' -> visible.append("\\r");
      case '\t' -> visible.append("\\t");
      default ->
          visible.append(String.format(Locale.ROOT, code > 0xffff ? "\\u{%x}" : "\\u%04x", code));
    }
  }
}
