package io.credence.evaluation;

import java.util.Collection;
import java.util.TreeSet;

/**
 * The smallest of some values, at most so many: the same ones in whatever order they come. Mutable;
 * not thread-safe.
 */
final class Firsts<T extends Comparable<T>> {

  private final int most;
  private final TreeSet<T> values = new TreeSet<>();

  Firsts(int most) {
    this.most = most;
  }

  /** Whether a value would be kept. */
  boolean takes(T value) {
    return values.size() < most || (most > 0 && value.compareTo(values.last()) < 0);
  }

  void add(T value) {
    if (takes(value) && values.add(value) && values.size() > most) {
      values.pollLast();
    }
  }

  /** In their order. Shared: do not change. */
  Collection<T> values() {
    return values;
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Firsts<?> that && values.equals(that.values);
  }

  @Override
  public int hashCode() {
    return values.hashCode();
  }
}
