package io.credence.page.drawing;

/**
 * Where a chart draws what, in units of the picture, which is {@link #WIDTH} wide.
 *
 * @param left room for the marks of the y axis, or for names
 * @param height of the picture
 * @param x what the x axis shows
 * @param y what the y axis shows, upwards
 */
public record Frame(int left, int height, Range x, Range y) {

  /** Of every picture. A page scales it to its own width. */
  public static final int WIDTH = 680;

  /** Room for numbers on the y axis. */
  public static final int NUMBERS = 52;

  static final int RIGHT = 14;
  static final int TOP = 26;
  static final int BOTTOM = 42;

  int right() {
    return WIDTH - RIGHT;
  }

  int bottom() {
    return height - BOTTOM;
  }

  double x(double value) {
    return left + x.share(value) * (right() - left);
  }

  double y(double value) {
    return bottom() - y.share(value) * (bottom() - TOP);
  }
}
