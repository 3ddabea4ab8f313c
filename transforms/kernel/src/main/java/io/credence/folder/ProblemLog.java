package io.credence.folder;

import io.credence.problem.Problem;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * Collects the problems of one file, so that all are reported together. A damaged file may have a
 * problem in each of its lines, so only the first are kept.
 */
final class ProblemLog {

  /** More than a person mends at once. */
  private static final int MAX_KEPT = 20;

  private final String file;
  private final List<Problem> problems = new ArrayList<>();
  private int more;

  ProblemLog(String file) {
    this.file = file;
  }

  void add(int line, String message) {
    if (problems.size() < MAX_KEPT) {
      problems.add(new Problem(file, line, message));
    } else {
      more++;
    }
  }

  void add(String message) {
    add(0, message);
  }

  boolean isEmpty() {
    return problems.isEmpty();
  }

  /** The first problems that were found, and how many there are beside them. */
  List<Problem> problems() {
    return withCount(new ArrayList<>(problems));
  }

  /** As {@link #problems}, by line. */
  List<Problem> problemsByLine() {
    List<Problem> sorted = new ArrayList<>(problems);
    sorted.sort(Comparator.comparingInt(Problem::line));
    return withCount(sorted);
  }

  private List<Problem> withCount(List<Problem> first) {
    if (more > 0) {
      first.add(Problem.of(file, "There are %s more problems".formatted(more)));
    }
    return first;
  }
}
