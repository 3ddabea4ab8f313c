package io.credence.server.scoring;

import io.credence.model.Feature;
import java.util.Collections;
import java.util.List;
import java.util.stream.Collectors;

/** A value that a feature accepts, for those who have none at hand. */
public final class ExampleValue {

  private static final double SOME = 5;

  private ExampleValue() {}

  /** The value as a plain object: a text, a truth value, a number, or a list of numbers. */
  public static Object of(Feature feature) {
    return switch (feature.type()) {
      case STRING -> feature.hasLevels() ? feature.levels().get(0) : "";
      case INT ->
          feature.hasLevels() ? Long.valueOf(feature.levels().get(0)) : (long) some(feature);
      case DOUBLE -> feature.hasLevels() ? Long.valueOf(feature.levels().get(0)) : some(feature);
      case BOOL -> true;
      case TIMESTAMP -> "2024-03-01T12:30:00Z";
      case VECTOR -> Collections.nCopies(feature.size(), 0.5);
    };
  }

  /** The value as a person would type it; numbers of a list with commas between them. */
  public static String text(Feature feature) {
    return of(feature) instanceof List<?> list
        ? list.stream().map(Object::toString).collect(Collectors.joining(", "))
        : of(feature).toString();
  }

  private static double some(Feature feature) {
    return Math.min(Math.max(SOME, feature.min()), feature.max());
  }
}
