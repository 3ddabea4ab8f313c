package io.credence.server.html;

import java.util.Locale;

/**
 * Writes HTML, and SVG within it. Texts and values of attributes are escaped, whatever they hold,
 * so that data never becomes markup; names of elements and attributes must be the program's own.
 *
 * <p>Not thread-safe.
 */
public final class Html {

  private final StringBuilder out = new StringBuilder(8_192);

  /**
   * Opens an element, which {@link #close} ends.
   *
   * @param attributes a name, its value, and so on
   */
  public Html open(String element, String... attributes) {
    out.append('<').append(element);
    for (int i = 0; i < attributes.length; i += 2) {
      out.append(' ').append(attributes[i]).append("=\"");
      escape(attributes[i + 1]);
      out.append('"');
    }
    out.append('>');
    return this;
  }

  /** Ends an element. */
  public Html close(String element) {
    out.append("</").append(element).append('>');
    return this;
  }

  /** Adds a text. */
  public Html text(String text) {
    escape(text);
    return this;
  }

  /** An element with a text of the program. */
  public Html element(String element, String text, String... attributes) {
    return open(element, attributes).text(text).close(element);
  }

  /**
   * An element with a text of data, kept apart: one that is written from right to left would turn
   * what stands beside it.
   */
  public Html data(String element, String text, String... attributes) {
    return open(element, attributes).element("bdi", text).close(element);
  }

  /** Adds what was written elsewhere. */
  public Html append(Html other) {
    out.append(other.out);
    return this;
  }

  /** A number for an attribute of SVG, with as many digits as a picture shows. */
  public static String coordinate(double value) {
    return String.format(Locale.ROOT, "%.2f", value);
  }

  /** The style is the program's own, and is not escaped: in its element, nothing is. */
  Html style(String css) {
    out.append("<style>").append(css).append("</style>");
    return this;
  }

  private void escape(String text) {
    for (int i = 0; i < text.length(); i++) {
      char each = text.charAt(i);
      switch (each) {
        case '&' -> out.append("&amp;");
        case '<' -> out.append("&lt;");
        case '>' -> out.append("&gt;");
        case '"' -> out.append("&quot;");
        case '\'' -> out.append("&#39;");
        default -> out.append(each);
      }
    }
  }

  @Override
  public String toString() {
    return out.toString();
  }
}
