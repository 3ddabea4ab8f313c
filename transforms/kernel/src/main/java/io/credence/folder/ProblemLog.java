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

  List<Problem> problems() {
    return List.copyOf(problems);
  }
}
