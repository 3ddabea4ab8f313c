package io.credence.problem;

import java.util.Collection;
import java.util.Comparator;
import java.util.Locale;
import org.apache.commons.text.similarity.LevenshteinDistance;

/** Finds the name that a misspelt one may have meant. */
public final class Suggestion {

  /** The time to compare two texts grows with the product of their lengths. */
  private static final int MAX_LENGTH = 100;

  private Suggestion() {}

  /**
   * Returns " (did you mean 'NAME'?)" with the closest candidate, or an empty text when none is
   * close: at most a third of the name's letters, rounded up, may differ. Two letters that changed
   * places count twice.
   */
  public static String didYouMean(String name, Collection<String> candidates) {
    if (name.length() > MAX_LENGTH) {
      return "";
    }
    int limit = (name.length() + 2) / 3;
    return candidates.stream()
        .filter(candidate -> Math.abs(candidate.length() - name.length()) <= limit)
        .filter(candidate -> distance(name, candidate) <= limit)
        .min(
            Comparator.comparingInt((String candidate) -> distance(name, candidate))
                .thenComparing(Comparator.naturalOrder()))
        .map(candidate -> " (did you mean '" + candidate + "'?)")
        .orElse("");
  }

  private static int distance(String a, String b) {
    return LevenshteinDistance.getDefaultInstance()
        .apply(a.toLowerCase(Locale.ROOT), b.toLowerCase(Locale.ROOT));
  }
}
