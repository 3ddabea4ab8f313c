package io.credence.posterior;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Gathers the faults of one file, so that its maker sees them all at once; the first of them, where
 * each of a great many variables has one.
 */
final class Problems {

  private static final int MAX_KEPT = 100;

  private final String file;
  private final List<String> problems = new ArrayList<>();
  private int more;
  private @Nullable Throwable firstCause;

  Problems(String file) {
    this.file = file;
  }

  void add(String problem) {
    if (problems.size() < MAX_KEPT) {
      problems.add(problem);
    } else {
      more++;
    }
  }

  boolean isEmpty() {
    return problems.isEmpty();
  }

  private void add(UnreadableException fault) {
    add(Objects.requireNonNull(fault.getMessage()));
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
      throw exception();
    }
  }

  PosteriorException fatal(UnreadableException fault) {
    add(fault);
    return exception();
  }

  private PosteriorException exception() {
    List<String> all = new ArrayList<>(problems);
    if (more > 0) {
      all.add("there are %s more problems".formatted(more));
    }
    return new PosteriorException(file, all, firstCause);
  }
}
