package io.credence.posterior;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Says why a file cannot serve as a posterior: for each fault what must hold, what was seen and
 * where, and what to do about it. The messages are for the person who made the file; what the
 * library underneath had to say is kept as the cause.
 */
public final class PosteriorException extends Exception {

  private final List<String> problems;

  /**
   * @param file the file's name
   * @param problems one text for each fault, at least one
   * @param cause what the library underneath reported, if it did
   */
  PosteriorException(String file, List<String> problems, @Nullable Throwable cause) {
    super(message(file, problems), cause);
    this.problems = List.copyOf(problems);
  }

  /** The faults one by one, without the file's name. Never empty. */
  public List<String> problems() {
    return problems;
  }

  private static String message(String file, List<String> problems) {
    if (problems.size() == 1) {
      return file + ": " + problems.get(0);
    }
    return file
        + " cannot be used, for %s reasons:\n  - ".formatted(problems.size())
        + String.join("\n  - ", problems);
  }
}
