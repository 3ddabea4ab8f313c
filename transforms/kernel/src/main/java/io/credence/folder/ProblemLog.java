package io.credence.folder;

import io.credence.problem.Problem;
import java.util.ArrayList;
import java.util.List;

/** Collects the problems of one file, so that all are reported together. */
final class ProblemLog {

  private final String file;
  private final List<Problem> problems = new ArrayList<>();

  ProblemLog(String file) {
    this.file = file;
  }

  void add(int line, String message) {
    problems.add(new Problem(file, line, message));
  }

  void add(String message) {
    add(0, message);
  }

  /** The first problems, and how many there are beside them. */
  List<Problem> firstProblems(int limit) {
    List<Problem> first = new ArrayList<>(problems.subList(0, Math.min(limit, problems.size())));
    if (problems.size() > limit) {
      first.add(Problem.of(file, "There are %s more problems".formatted(problems.size() - limit)));
    }
    return first;
  }

  List<Problem> problems() {
    return List.copyOf(problems);
  }
}
