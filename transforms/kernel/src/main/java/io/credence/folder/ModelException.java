package io.credence.folder;

import io.credence.problem.Problem;
import java.util.List;
import java.util.stream.Collectors;

/** Says that a folder holds no model that can be used, with all problems that were found. */
public final class ModelException extends Exception {

  private final transient List<Problem> problems;

  ModelException(String location, List<Problem> problems) {
    super(
        problems.stream()
            .map(Problem::toString)
            .collect(Collectors.joining("\n", "Model folder " + location + ":\n", "")));
    this.problems = List.copyOf(problems);
  }

  public List<Problem> problems() {
    return problems;
  }
}
