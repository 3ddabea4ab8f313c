package io.credence.posterior;

import io.credence.problem.Problem;
import io.credence.problem.Problems;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Says why a file cannot serve as a posterior: for each fault what must hold, what was seen and
 * where, and what to do about it. The messages are for the person who made the file; what the
 * library underneath had to say is kept as the cause.
 */
public final class PosteriorException extends Exception {

  private final transient List<Problem> problems;

  /**
   * @param problems at least one; what the library underneath reported of them is the cause
   */
  PosteriorException(String file, Problems problems) {
    super(message(file, problems.list()), problems.cause());
    this.problems = problems.list();
  }

  static PosteriorException of(String file, String problem) {
    Problems problems = new Problems(file);
    problems.add(problem);
    return new PosteriorException(file, problems);
  }

  /** The faults one by one. Never empty. */
  public List<Problem> problems() {
    return problems;
  }

  private static String message(String file, List<Problem> problems) {
    if (problems.size() == 1) {
      return problems.get(0).toString();
    }
    return problems.stream()
        .map(Problem::message)
        .collect(
            Collectors.joining(
                "\n  - ",
                file + " cannot be used, for %s reasons:\n  - ".formatted(problems.size()),
                ""));
  }
}
