package io.credence.posterior;

import io.credence.problem.Problems;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** One fault of a file; {@link Problems} gathers them into a {@link PosteriorException}. */
final class UnreadableException extends Exception {

  UnreadableException(String problem) {
    this(problem, null);
  }

  UnreadableException(String problem, @Nullable Throwable cause) {
    super(problem, cause);
  }

  void addTo(Problems problems) {
    problems.add(Objects.requireNonNull(getMessage()), getCause());
  }
}
