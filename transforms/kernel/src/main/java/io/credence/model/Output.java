package io.credence.model;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Something that a model predicts.
 *
 * @param name what its columns are named after: {@code y} gives {@code y_pred}
 * @param kind what its samples are
 * @param classes the labels of its classes, in the order of their numbers, whose columns differ;
 *     empty for the other kinds
 */
public record Output(String name, Kind kind, List<String> classes) {

  /** What the samples of an output are. */
  public enum Kind {
    /** Any numbers. */
    REAL,
    /** Whole numbers, such as counts; a truth value is 0 or 1. */
    INTEGER,
    /** Numbers of classes, on which arithmetic has no meaning. */
    CLASSES
  }

  private static final Pattern ILLEGIBLE = Pattern.compile("[^\\p{L}\\p{N}_]");

  public Output {
    classes = List.copyOf(classes);
    if ((kind == Kind.CLASSES) == classes.isEmpty()) {
      throw new IllegalArgumentException(
          "Output %s of kind %s has the classes %s".formatted(name, kind, classes));
    }
    clash(classes)
        .ifPresent(
            clash -> {
              throw new IllegalArgumentException("Output " + name + ": " + clash);
            });
  }

  /** Why classes with these labels can't have a column each; empty when they can. */
  public static Optional<String> clash(List<String> labels) {
    Map<String, String> byName = new HashMap<>();
    for (String label : labels) {
      String other = byName.putIfAbsent(legible(label), label);
      if (other != null) {
        return Optional.of(
            "The classes '%s' and '%s' would share the column …_pred_prob_%s; rename one"
                .formatted(other, label, legible(label)));
      }
    }
    return Optional.empty();
  }

  /** A label as part of a column's name: other characters than letters, digits and _ become _. */
  public static String legible(String label) {
    return ILLEGIBLE.matcher(label).replaceAll("_");
  }

  /** An output of any numbers. */
  public static Output real(String name) {
    return new Output(name, Kind.REAL, List.of());
  }

  /** An output of whole numbers. */
  public static Output integer(String name) {
    return new Output(name, Kind.INTEGER, List.of());
  }

  /**
   * An output of classes.
   *
   * @param labels at least one, whose columns differ
   */
  public static Output classes(String name, List<String> labels) {
    return new Output(name, Kind.CLASSES, labels);
  }

  public boolean hasClasses() {
    return kind == Kind.CLASSES;
  }
}
