package io.credence.problem;

import org.jspecify.annotations.Nullable;

/**
 * A fault in a file, or in a request.
 *
 * @param file the file's name; null when it is a request
 * @param line the line, from 1; 0 when it is the file as a whole
 * @param message what was seen and what would be right
 */
public record Problem(@Nullable String file, int line, String message) {

  /** A fault of a file as a whole. */
  public static Problem of(String file, String message) {
    return new Problem(file, 0, message);
  }

  /** One line, such as {@code model.yaml:7: …}. */
  @Override
  public String toString() {
    if (file == null) {
      return message;
    }
    return line == 0 ? file + ": " + message : file + ":" + line + ": " + message;
  }
}
