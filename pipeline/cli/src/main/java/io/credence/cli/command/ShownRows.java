package io.credence.cli.command;

import java.io.IOException;
import java.util.List;

/** Rows of results that are shown where they can be. */
final class ShownRows {

  private ShownRows() {}

  /** Reads rows. */
  @FunctionalInterface
  interface Reader {
    List<String> read() throws IOException;
  }

  /** A line for each row; none where they can't be read: the results stand also then. */
  static List<String> of(Reader reader, Console console) {
    try {
      return reader.read();
    } catch (IOException | RuntimeException | Error e) {
      console
          .err()
          .println("The results are whole, but rows of them can't be shown: " + Failures.line(e));
      Failures.trace(e, console);
      return List.of();
    }
  }
}
