package io.credence.registry;

import java.util.List;

/**
 * What became of comparing a model's bytes with its log.
 *
 * @param events how many the log has; 0 when it can't be read
 * @param problems a line for each thing that is not as it was written
 */
public record Verification(int events, List<String> problems) {

  public Verification {
    problems = List.copyOf(problems);
  }
}
