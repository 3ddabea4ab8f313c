package io.credence.problem;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.Iterator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Collects problems, so that all are reported together: those of one file, or of a request. What
 * was added already is not added again. A damaged file may have a problem in each of its lines, so
 * only its first 20 are kept, and the others counted; a request keeps all.
 *
 * <p>Iterates over the line of each, in the order in which they were found.
 *
 * <p>Not thread-safe.
 */
public final class Problems implements Iterable<String> {

  /** More than a person mends at once. */
  private static final int MAX_KEPT = 20;

  private final @Nullable String file;
  private final Set<Problem> first = new LinkedHashSet<>();
  private int more;
  private @Nullable Throwable cause;

  /** Problems of a request. */
  public Problems() {
    this.file = null;
  }

  /**
   * Problems of a file.
   *
   * @param file the file's name, which each of its problems begins with
   */
  public Problems(String file) {
    this.file = file;
  }

  /** Adds a problem of a line, from 1; 0 stands for the file as a whole. */
  public void add(int line, String message) {
    Problem problem = new Problem(file, line, message);
    if (file == null || first.size() < MAX_KEPT) {
      first.add(problem);
    } else if (!first.contains(problem)) {
      more++;
    }
  }

  /** Adds a problem of the file, or the request, as a whole. */
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

  /** Adds a problem of the file, or the request, as a whole for each line. */
  public void addAll(Iterable<String> messages) {
    messages.forEach(this::add);
  }

  public boolean isEmpty() {
    return first.isEmpty();
  }

  /** How many there are, those that are not kept included. */
  public int count() {
    return first.size() + more;
  }

  /** The first problems that were found, and how many there are beside them. */
  public List<Problem> list() {
    return withCount(new ArrayList<>(first));
  }

  /** As {@link #list}, each as its line. */
  public List<String> lines() {
    return list().stream().map(Problem::toString).toList();
  }

  @Override
  public Iterator<String> iterator() {
    return lines().iterator();
  }

  @Override
  public String toString() {
    return String.join("; ", this);
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
      kept.add(new Problem(file, 0, "There are %s more problems".formatted(more)));
    }
    return List.copyOf(kept);
  }
}
