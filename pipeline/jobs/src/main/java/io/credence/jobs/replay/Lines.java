package io.credence.jobs.replay;

import java.io.ByteArrayOutputStream;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import org.jspecify.annotations.Nullable;

/** The lines of a file as bytes, of which no more than a limit is kept, whatever the file is. */
final class Lines implements Closeable {

  /** A longer line is none of ours: no topic takes messages of this size, unless it is made to. */
  static final int MAX_BYTES = 16 << 20;

  private final InputStream in;
  private final byte[] buffer = new byte[1 << 16];
  private int from;
  private int to;

  Lines(InputStream in) {
    this.in = in;
  }

  /**
   * The next line without its break; null when there is none. Of one that is longer than the limit,
   * the beginning is kept, with one byte more than the limit.
   */
  byte @Nullable [] next() throws IOException {
    if (from == to && !fill()) {
      return null;
    }
    ByteArrayOutputStream line = new ByteArrayOutputStream();
    do {
      int end = lineBreak();
      line.write(buffer, from, Math.min(end - from, MAX_BYTES + 1 - line.size()));
      from = Math.min(end + 1, to);
      if (end < to) {
        return line.toByteArray();
      }
    } while (fill());
    return line.toByteArray();
  }

  /** Where the line ends; the end of the buffer when that comes first. */
  private int lineBreak() {
    int end = from;
    while (end < to && buffer[end] != '\n') {
      end++;
    }
    return end;
  }

  private boolean fill() throws IOException {
    from = 0;
    to = Math.max(0, in.read(buffer));
    return to > 0;
  }

  @Override
  public void close() throws IOException {
    in.close();
  }
}
