package io.credence.registry;

import java.util.Comparator;
import org.semver4j.Semver;

/**
 * From the oldest version to the newest: those of semantic versioning by its rules, so that 1.10.0
 * comes behind 1.9.0 and 2.0.0-rc.1 before 2.0.0; before them the others, by their text.
 */
final class VersionOrder implements Comparator<String> {

  @Override
  public int compare(String left, String right) {
    Semver semanticLeft = Semver.parse(left);
    Semver semanticRight = Semver.parse(right);
    if (semanticLeft == null || semanticRight == null) {
      return semanticLeft == null && semanticRight == null
          ? left.compareTo(right)
          : semanticLeft == null ? -1 : 1;
    }
    int order = semanticLeft.compareTo(semanticRight);
    // Of two that differ in their build alone, none is newer.
    return order != 0 ? order : left.compareTo(right);
  }
}
