package io.credence.page.drawing;

import java.util.List;

/**
 * A chart as SVG, in coordinates of its axes. What is drawn later lies above. Colours come from the
 * style sheet of the page, by the class of each shape, so that one picture serves light and dark.
 *
 * <p>Mutable; not thread-safe.
 */
public final class Chart {

  /** Half the size of a dot. */
  private static final double DOT = 3.5;

  private static final int MOST_TICKS = 8;

  /** From the top of small letters to the line that they stand on, halved. */
  private static final double HALF_LETTER = 4;

  private static final int GAP = 8;

  private final Markup svg = new Markup();
  private final Frame frame;

  /**
   * An empty chart.
   *
   * @param id of the picture, unique on its page
   * @param title what it shows
   * @param description what is to be seen, for those who don't see it
   */
  public Chart(String id, String title, String description, Frame frame) {
    this.frame = frame;
    svg.open(
        "svg",
        "viewBox",
        "0 0 " + Frame.WIDTH + " " + frame.height(),
        "role",
        "img",
        "aria-labelledby",
        id + "-t " + id + "-d");
    svg.element("title", title, "id", id + "-t");
    svg.element("desc", description, "id", id + "-d");
  }

  /** Draws the x axis with its grid. */
  public Chart xAxis(String label) {
    for (Tick tick : Tick.of(frame.x(), MOST_TICKS)) {
      double x = frame.x(tick.value());
      straight("grid", x, Frame.TOP, x, frame.bottom());
      write("tick middle", x, frame.bottom() + 16.0, tick.text());
    }
    straight("axis", frame.left(), frame.bottom(), frame.right(), frame.bottom());
    write("unit end", frame.right(), frame.height() - 6.0, label);
    return this;
  }

  /** Draws the y axis with its grid. */
  public Chart yAxis(String label) {
    for (Tick tick : Tick.of(frame.y(), MOST_TICKS - 2)) {
      double y = frame.y(tick.value());
      straight("grid", frame.left(), y, frame.right(), y);
      write("tick end", frame.left() - GAP, y + HALF_LETTER, tick.text());
    }
    write("unit", 0, Frame.TOP - 12.0, label);
    return this;
  }

  /** Names a row beneath one another. */
  public Chart rowName(double y, String name) {
    svg.open(
        "text",
        "class",
        "name end",
        "x",
        Numbers.place(frame.left() - GAP),
        "y",
        Numbers.place(frame.y(y) + HALF_LETTER));
    svg.text(name).close();
    return this;
  }

  /** Fills what lies between two lines. */
  public Chart area(String kind, List<Point> lower, List<Point> upper) {
    StringBuilder points = new StringBuilder();
    lower.forEach(each -> append(each, points));
    for (int i = upper.size() - 1; i >= 0; i--) {
      append(upper.get(i), points);
    }
    svg.leaf("polygon", "class", kind, "points", points.toString().trim());
    return this;
  }

  /** Joins points. */
  public Chart line(String kind, List<Point> points) {
    StringBuilder joined = new StringBuilder();
    points.forEach(each -> append(each, joined));
    svg.leaf("polyline", "class", kind, "points", joined.toString().trim());
    return this;
  }

  private void append(Point point, StringBuilder points) {
    points.append(Numbers.place(frame.x(point.x()))).append(',');
    points.append(Numbers.place(frame.y(point.y()))).append(' ');
  }

  /** Draws a straight line. */
  public Chart straight(String kind, Point from, Point to) {
    straight(kind, frame.x(from.x()), frame.y(from.y()), frame.x(to.x()), frame.y(to.y()));
    return this;
  }

  private void straight(String kind, double x1, double y1, double x2, double y2) {
    svg.leaf(
        "line",
        "class",
        kind,
        "x1",
        Numbers.place(x1),
        "y1",
        Numbers.place(y1),
        "x2",
        Numbers.place(x2),
        "y2",
        Numbers.place(y2));
  }

  /** Draws a bar from the bottom of the range to a height. */
  public Chart bar(String kind, double from, double to, double height) {
    double y = frame.y(height);
    svg.leaf(
        "rect",
        "class",
        kind,
        "x",
        Numbers.place(frame.x(from) + 1),
        "y",
        Numbers.place(y),
        "width",
        Numbers.place(frame.x(to) - frame.x(from) - 2),
        "height",
        Numbers.place(frame.bottom() - y));
    return this;
  }

  /** Draws a round dot. */
  public Chart dot(String kind, Point at) {
    svg.leaf(
        "circle",
        "class",
        kind,
        "cx",
        Numbers.place(frame.x(at.x())),
        "cy",
        Numbers.place(frame.y(at.y())),
        "r",
        Numbers.place(DOT));
    return this;
  }

  /** Draws a diamond, which differs from a dot without colours. */
  public Chart diamond(String kind, Point at) {
    double x = frame.x(at.x());
    double y = frame.y(at.y());
    double size = DOT + 1.5;
    svg.leaf(
        "path",
        "class",
        kind,
        "d",
        "M%s,%sL%s,%sL%s,%sL%s,%sZ"
            .formatted(
                Numbers.place(x),
                Numbers.place(y - size),
                Numbers.place(x + size),
                Numbers.place(y),
                Numbers.place(x),
                Numbers.place(y + size),
                Numbers.place(x - size),
                Numbers.place(y)));
    return this;
  }

  private void write(String kind, double x, double y, String text) {
    svg.element("text", text, "class", kind, "x", Numbers.place(x), "y", Numbers.place(y));
  }

  /** The picture. */
  public Markup svg() {
    return new Markup().add(svg.close());
  }
}
