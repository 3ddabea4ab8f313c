package io.credence.page.drawing;

import io.credence.cli.text.Visible;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Deque;

/**
 * HTML and SVG that are written from beginning to end. Text and the values of attributes are
 * escaped, always, and {@link Visible}; names of elements and attributes are ours. Mutable; not
 * thread-safe.
 */
public final class Markup {

  private final StringBuilder out = new StringBuilder();
  private final Deque<String> elements = new ArrayDeque<>();
  private final Visible visible = new Visible(StandardCharsets.UTF_8);

  /** The beginning of a document in HTML. */
  public static Markup document() {
    Markup document = new Markup();
    document.out.append("<!DOCTYPE html>\n");
    return document;
  }

  /**
   * Begins an element.
   *
   * @param attributes names and values in turn
   */
  public Markup open(String element, String... attributes) {
    tag(element, attributes).append('>');
    elements.push(element);
    return this;
  }

  /** Ends the element that was begun last. */
  public Markup close() {
    out.append("</").append(elements.pop()).append('>');
    return this;
  }

  /** An element that holds nothing. */
  public Markup leaf(String element, String... attributes) {
    tag(element, attributes).append("/>");
    return this;
  }

  /** An element that holds a text alone. */
  public Markup element(String element, String text, String... attributes) {
    return open(element, attributes).text(text).close();
  }

  private StringBuilder tag(String element, String... attributes) {
    out.append('<').append(element);
    for (int i = 0; i < attributes.length; i += 2) {
      out.append(' ').append(attributes[i]).append("=\"");
      escape(attributes[i + 1]);
      out.append('"');
    }
    return out;
  }

  public Markup text(String text) {
    escape(text);
    return this;
  }

  /** A name from elsewhere, which does not turn the direction of what stands around it. */
  public Markup name(String name) {
    return element("bdi", Label.of(name));
  }

  /**
   * A style sheet of ours, which is the one text that has no escapes.
   *
   * @throws IllegalArgumentException when it could end before its end
   */
  public Markup style(String sheet) {
    if (sheet.contains("<")) {
      throw new IllegalArgumentException("A style sheet must not contain <");
    }
    open("style");
    out.append(sheet);
    return close();
  }

  /** Begins a line, for those who read the source. */
  public Markup line() {
    out.append('\n');
    return this;
  }

  /** What was written elsewhere, as it is. */
  public Markup add(Markup finished) {
    out.append(finished.finished());
    return this;
  }

  /** What could hide or turn letters is made visible in all text, wherever it comes from. */
  private void escape(String text) {
    String shown = visible.line(text);
    for (int i = 0; i < shown.length(); i++) {
      char c = shown.charAt(i);
      switch (c) {
        case '&' -> out.append("&amp;");
        case '<' -> out.append("&lt;");
        case '>' -> out.append("&gt;");
        case '"' -> out.append("&quot;");
        case '\'' -> out.append("&#39;");
        default -> out.append(c);
      }
    }
  }

  private StringBuilder finished() {
    if (!elements.isEmpty()) {
      throw new IllegalStateException("The element " + elements.peek() + " was not closed");
    }
    return out;
  }

  /** How many bytes it takes. */
  public int size() {
    return bytes().length;
  }

  /** All that was written, in UTF-8. */
  public byte[] bytes() {
    return finished().toString().getBytes(StandardCharsets.UTF_8);
  }
}
