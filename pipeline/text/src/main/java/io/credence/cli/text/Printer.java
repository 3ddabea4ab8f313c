package io.credence.cli.text;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.Charset;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Prints lines for a person. What is printed as a line is one line, whatever it quotes, and no
 * longer than a person reads: see {@link Visible}.
 */
public final class Printer {

  /** More than any line of ours, unless it quotes something that is out of hand. */
  static final int LONGEST = 4_000;

  private final OutputStream to;
  private final Charset charset;
  private final Visible visible;
  private @Nullable IOException failure;

  public Printer(OutputStream to, Charset charset) {
    this.to = to;
    this.charset = charset;
    this.visible = new Visible(charset);
  }

  public void println(String line) {
    print((visible.line(shortened(line)) + System.lineSeparator()).getBytes(charset));
  }

  /** Prints bytes for a program, as they are. */
  public synchronized void print(byte[] bytes) {
    try {
      to.write(bytes);
      to.flush();
    } catch (IOException e) {
      failure = failure == null ? e : failure;
    }
  }

  public void println() {
    println("");
  }

  /** The first failure to print, after which the reader lacks something. */
  public synchronized @Nullable IOException failure() {
    return failure;
  }

  /** The beginning says what it is about and the end what to do, so the middle is left out. */
  private static String shortened(String line) {
    if (line.length() <= LONGEST) {
      return line;
    }
    int half = LONGEST / 2;
    return String.format(
        Locale.ROOT,
        "%s … (%,d characters are left out) … %s",
        line.substring(0, half),
        line.length() - 2 * half,
        line.substring(line.length() - half));
  }
}
