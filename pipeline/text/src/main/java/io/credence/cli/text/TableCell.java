package io.credence.cli.text;

import java.nio.charset.StandardCharsets;

/**
 * A cell of a table.
 *
 * @param text what it shows, in one line
 * @param width how many columns of a terminal it takes
 */
record TableCell(String text, int width) {

  /** A cell that is wider would push the others off the screen. */
  private static final int LONGEST = 60;

  private static final Visible VISIBLE = new Visible(StandardCharsets.UTF_8);

  /** A cell with the beginning of a text that is too long for one. */
  static TableCell of(String text) {
    boolean fits = text.codePointCount(0, Math.min(text.length(), 2 * LONGEST + 1)) <= LONGEST;
    String begin = fits ? text : text.substring(0, text.offsetByCodePoints(0, LONGEST - 1)) + "…";
    String visible = VISIBLE.line(begin);
    return new TableCell(visible, visible.codePoints().map(TableCell::columns).sum());
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
