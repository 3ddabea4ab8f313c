package io.credence.pipeline.command;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** Options without which there is nothing to do. */
final class Required {

  private Required() {}

  /** The value of an option; null when there is none, which is reported. */
  static @Nullable String option(String option, @Nullable String value, List<String> problems) {
    if (value == null || value.isBlank()) {
      problems.add(option + " is required; credence help score explains it");
      return null;
    }
    return value;
  }
}
