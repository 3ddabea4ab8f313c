package io.credence.evaluation;

import java.util.Comparator;

/**
 * Something about one record that should not be.
 *
 * @param kind which kind of thing
 * @param place where the record is
 * @param what what is wrong, with the values that were seen
 */
public record Issue(RecordCount kind, Place place, String what) implements Comparable<Issue> {

  private static final Comparator<Issue> ORDER =
      Comparator.comparing(Issue::kind)
          .thenComparing(issue -> issue.place().file())
          .thenComparing(issue -> issue.place().row())
          .thenComparing(Issue::what);

  @Override
  public int compareTo(Issue other) {
    return ORDER.compare(this, other);
  }
}
