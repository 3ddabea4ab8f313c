package io.credence.page.drawing;

import io.credence.cli.text.Excerpt;

/**
 * A name from data or from a model as a page shows it: in one line, with what could hide or turn
 * letters made visible, and no longer than there is room for.
 */
public final class Label {

  /** Columns of a table's cell. */
  private static final int CELL = 48;

  private Label() {}

  /** What fits into a cell of a table. */
  public static String of(String name) {
    return of(name, CELL);
  }

  /**
   * What fits into a number of columns.
   *
   * @param columns each as wide as a letter; those of East Asia take two
   */
  public static String of(String name, int columns) {
    return Excerpt.of(name, columns).text();
  }
}
