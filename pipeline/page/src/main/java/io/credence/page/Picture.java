package io.credence.page;

import io.credence.page.drawing.Chart;
import io.credence.page.drawing.Markup;

/**
 * A picture with its words and its table.
 *
 * @param heading what it is called
 * @param reading what is to be seen in it, in words
 * @param key what its marks mean
 */
record Picture(String heading, String reading, String key, Chart chart, Table table) {

  Markup markup() {
    Markup figure = new Markup().open("figure").element("h3", heading).element("p", reading);
    figure.add(chart.svg());
    figure.element("figcaption", key);
    return figure.add(table.folded("The numbers")).close().line();
  }
}
