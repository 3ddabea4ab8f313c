package io.credence.cli.text;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;

/** Takes text in UTF-8 and passes it on {@link Visible}; line breaks and tabs stay. */
public final class VisibleStream extends OutputStream {

  private final OutputStream to;
  private final Charset charset;
  private final Visible visible;
  private final ByteArrayOutputStream held = new ByteArrayOutputStream();

  public VisibleStream(OutputStream to, Charset charset) {
    this.to = to;
    this.charset = charset;
    this.visible = new Visible(charset);
  }

  @Override
  public synchronized void write(int b) {
    held.write(b);
  }

  @Override
  public synchronized void write(byte[] bytes, int from, int count) {
    held.write(bytes, from, count);
  }

  /** A stream of characters hands over whole characters before it flushes. */
  @Override
  public synchronized void flush() throws IOException {
    String text = held.toString(StandardCharsets.UTF_8);
    held.reset();
    to.write(visible.lines(text).getBytes(charset));
    to.flush();
  }
}
