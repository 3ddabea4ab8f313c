package io.credence.problem;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Collects the problems of one file, so that all are reported together. A damaged file may have a
 * problem in each of its lines, so only the first 20 are kept, and the others counted.
 *
 * <p>Not thread-safe.
 */
public final class Problems {

  /** More than a person mends at once. */
  private static final int MAX_KEPT = 20;

  private final String file;
  private final List<Problem> first = new ArrayList<>();
  private int more;
  private @Nullable Throwable cause;

  /**
   * @param file the file's name, which each of its problems begins with
   */
  public Problems(String file) {
    this.file = file;
  }

  /** Adds a problem of a line, from 1; 0 stands for the file as a whole. */
  public void add(int line, String message) {
    if (first.size() < MAX_KEPT) {
      first.add(new Problem(file, line, message));
    } else {
      more++;
    }
  }

  /** Adds a problem of the file as a whole. */
  public void add(String message) {
    add(0, message);
  }

  /** Adds a problem of the file as a whole, with what a library reported, if it did. */
  public void add(String message, @Nullable Throwable reported) {
    add(message);
    if (cause == null) {
      cause = reported;
    }
  }

  public boolean isEmpty() {
    return first.isEmpty();
  }

  /** The first problems that were found, and how many there are beside them. */
  public List<Problem> list() {
    return withCount(new ArrayList<>(first));
  }

  /** As {@link #list}, by line. */
  public List<Problem> listByLine() {
    List<Problem> sorted = new ArrayList<>(first);
    sorted.sort(Comparator.comparingInt(Problem::line));
    return withCount(sorted);
  }

  /** What a library reported of the first problem of which one did; null when none did. */
  public @Nullable Throwable cause() {
    return cause;
  }

  private List<Problem> withCount(List<Problem> kept) {
    if (more > 0) {
      kept.add(Problem.of(file, "There are %s more problems".formatted(more)));
    }
    return List.copyOf(kept);
  }
}
