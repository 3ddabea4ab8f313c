package io.credence.folder;

import io.credence.problem.Problem;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Says that a folder holds no model that can be used, with all problems that were found. */
public final class ModelException extends Exception {

  private static final long serialVersionUID = 1;

  private final String location;
  private final transient List<Problem> problems;

  /**
   * @param cause what a library reported of the first damaged file, or a fault of our own that
   *     looks like one; null when there is none
   */
  ModelException(String location, List<Problem> problems, @Nullable Throwable cause) {
    super(
        problems.stream()
            .map(Problem::toString)
            .collect(Collectors.joining("\n", "Model folder " + location + ":\n", "")),
        cause);
    this.location = location;
    this.problems = List.copyOf(problems);
  }

  /** The folder, as a path or URI. */
  public String location() {
    return location;
  }

  public List<Problem> problems() {
    return problems;
  }
}
