package io.credence.cli.text;

import java.nio.charset.StandardCharsets;

/**
 * A text, or its beginning, that is no wider than there is room for.
 *
 * @param text what is shown, in one line, {@link Visible}
 * @param width how many columns of a terminal it takes
 */
public record Excerpt(String text, int width) {

  private static final String MORE = "…";

  /**
   * What fits of a text. It never has more characters than there are columns, those without a width
   * included.
   *
   * @param columns at least 1
   */
  public static Excerpt of(String text, int columns) {
    boolean whole = text.codePointCount(0, Math.min(text.length(), 2 * columns + 1)) <= columns;
    String begin = whole ? text : text.substring(0, text.offsetByCodePoints(0, columns));
    Excerpt all = new Excerpt(new Visible(StandardCharsets.UTF_8).line(begin));
    return whole && all.width <= columns ? all : all.shortened(columns - 1);
  }

  private Excerpt(String text) {
    this(text, text.codePoints().map(Excerpt::columns).sum());
  }

  private Excerpt shortened(int most) {
    int end = 0;
    int taken = 0;
    int characters = 0;
    while (end < text.length() && characters < most) {
      int code = text.codePointAt(end);
      if (taken + columns(code) > most) {
        break;
      }
      taken += columns(code);
      end += Character.charCount(code);
      characters++;
    }
    return new Excerpt(text.substring(0, end) + MORE, taken + 1);
  }

  /** Letters of East Asia take two columns of a terminal, and marks on letters take none. */
  private static int columns(int code) {
    if (code < 0x300) {
      return 1;
    }
    int type = Character.getType(code);
    if (type == Character.NON_SPACING_MARK || type == Character.ENCLOSING_MARK) {
      return 0;
    }
    return isWide(code) ? 2 : 1;
  }

  private static boolean isWide(int code) {
    return Character.isIdeographic(code)
        || (code >= 0x1100 && code <= 0x115f) // Hangul
        || (code >= 0xac00 && code <= 0xd7a3)
        || (code >= 0x3001 && code <= 0x30ff) // kana
        || (code >= 0xff01 && code <= 0xff60) // Latin letters in full width
        || (code >= 0x1f300 && code <= 0x1faff); // emoji
  }
}
