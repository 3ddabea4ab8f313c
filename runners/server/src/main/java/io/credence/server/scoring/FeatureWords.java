package io.credence.server.scoring;

import io.credence.model.Feature;
import io.credence.model.FeatureType;
import io.credence.problem.Excerpt;

/** Says what a feature takes, in words that follow "must be". */
public final class FeatureWords {

  private FeatureWords() {}

  /** The words of a feature. */
  public static String of(Feature feature) {
    if (feature.hasLevels()) {
      return "one of " + Excerpt.of(String.join(", ", feature.levels()));
    }
    return switch (feature.type()) {
      case DOUBLE, INT -> number(feature);
      case BOOL -> feature.acceptsNumbers() ? "true, false, 1 or 0" : "true or false";
      case STRING -> "a text";
      case TIMESTAMP -> "a date or time, such as 2024-03-01T12:30:00Z";
      case VECTOR -> "a list of %s numbers".formatted(feature.size());
    };
  }

  private static String number(Feature feature) {
    String kind = feature.type() == FeatureType.INT ? "a whole number" : "a number";
    boolean below = feature.min() > Double.NEGATIVE_INFINITY;
    boolean above = feature.max() < Double.POSITIVE_INFINITY;
    if (below && above) {
      return "%s from %s to %s".formatted(kind, feature.min(), feature.max());
    }
    if (below) {
      return "%s >= %s".formatted(kind, feature.min());
    }
    return above ? "%s <= %s".formatted(kind, feature.max()) : kind;
  }
}
