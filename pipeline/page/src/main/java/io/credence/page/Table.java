package io.credence.page;

import io.credence.page.drawing.Label;
import io.credence.page.drawing.Markup;
import io.credence.page.drawing.Numbers;
import java.util.List;

/** A table whose rows have a name each. It ends after so many rows, and says how many it lacks. */
final class Table {

  private final Markup markup = new Markup();
  private final int most;
  private final String rest;
  private int rows;

  /**
   * A table without rows.
   *
   * @param header a title for each column, that of the names included
   * @param most how many rows it shows
   * @param rest where the others are
   */
  Table(List<String> header, int most, String rest) {
    this.most = most;
    this.rest = rest;
    markup.open("table").open("thead").open("tr");
    header.forEach(title -> markup.element("th", title, "scope", "col"));
    markup.close().close().open("tbody");
  }

  /** A table that shows all of its rows. */
  static Table whole(List<String> header) {
    return new Table(header, Integer.MAX_VALUE, "");
  }

  /** Adds a row. */
  Table row(String name, String... cells) {
    rows++;
    if (rows <= most) {
      markup.line().open("tr").open("th", "scope", "row").name(name).close();
      for (String cell : cells) {
        markup.element("td", Label.of(cell));
      }
      markup.close();
    }
    return this;
  }

  /** The table, for those who want to see it. */
  Markup folded(String summary) {
    return new Markup().open("details").element("summary", summary).add(unfolded()).close().line();
  }

  /** The table; it takes no more rows then. */
  Markup unfolded() {
    markup.close().close();
    if (rows > most) {
      markup.element(
          "p", "and " + Numbers.count(rows - (long) most) + " more " + rest, "class", "rest");
    }
    return markup;
  }
}
