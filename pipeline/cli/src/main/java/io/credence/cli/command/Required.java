package io.credence.cli.command;

import io.credence.problem.Problems;
import org.jspecify.annotations.Nullable;

/** Options without which there is nothing to do. */
final class Required {

  private Required() {}

  /** The value of an option of {@code credence score}; null when there is none. */
  static @Nullable String option(String option, @Nullable String value, Problems problems) {
    return option("score", option, value, problems);
  }

  /** The value of an option; null when there is none, which is reported. */
  static @Nullable String option(
      String command, String option, @Nullable String value, Problems problems) {
    if (value == null || value.isBlank()) {
      problems.add("%s is required; credence help %s explains it".formatted(option, command));
      return null;
    }
    return value;
  }
}
