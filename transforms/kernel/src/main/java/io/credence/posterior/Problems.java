package io.credence.posterior;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Gathers the faults of one file, so that its maker sees them all at once. */
final class Problems {

  private final String file;
  private final List<String> problems = new ArrayList<>();
  private @Nullable Throwable firstCause;

  Problems(String file) {
    this.file = file;
  }

  void add(String problem) {
    problems.add(problem);
  }

  boolean isEmpty() {
    return problems.isEmpty();
  }

  private void add(UnreadableException fault) {
    problems.add(Objects.requireNonNull(fault.getMessage()));
    if (firstCause == null) {
      firstCause = fault.getCause();
    }
  }

  /** Takes a part of the file, or notes why it cannot be had. */
  <T> Optional<T> collect(UntrustedBytes.Decoding<T> part) {
    try {
      return Optional.of(part.run());
    } catch (UnreadableException e) {
      add(e);
      return Optional.empty();
    }
  }

  void throwIfAny() throws PosteriorException {
    if (!problems.isEmpty()) {
      throw new PosteriorException(file, problems, firstCause);
    }
  }

  PosteriorException fatal(UnreadableException fault) {
    add(fault);
    return new PosteriorException(file, problems, firstCause);
  }
}
