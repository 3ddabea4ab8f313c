package io.credence.beam.store;

import java.io.IOException;
import java.nio.file.Path;

/**
 * Names of local files that Java can't read as letters: all that are not English in the locale C,
 * which cron and containers have, and Latin-1 where the locale is UTF-8. By such a name, a file is
 * not found again.
 */
final class UnreadNames {

  /** What stands in a name in place of bytes that are no letters. */
  private static final char UNREAD = '\ufffd';

  private UnreadNames() {}

  /** Refuses such a name. */
  static void refuse(Path file) throws IOException {
    if (file.toString().indexOf(UNREAD) >= 0) {
      throw new IOException(
          file
              + ": has letters that the encoding of this machine ("
              + System.getProperty("sun.jnu.encoding")
              + ") can't read; rename it, or set LC_ALL=C.UTF-8");
    }
  }
}
