package io.credence.parquet;

import io.credence.model.Feature;
import io.credence.model.FeatureType;
import io.credence.problem.Suggestion;
import io.credence.score.ScoredColumn;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import org.apache.parquet.schema.MessageType;
import org.apache.parquet.schema.Type;

/** Whether the columns of files are what scoring wants of them. */
public final class FieldCheck {

  /** Of the description of a column in a message. */
  private static final int LONGEST = 200;

  private final MessageType schema;

  /**
   * @param input one of the files, which all have the same columns
   */
  public FieldCheck(ParquetInput input) {
    this.schema = input.schema();
  }

  /** Whether there is a column of this name. */
  public boolean has(String name) {
    return schema.containsField(name);
  }

  /** The columns that scoring would add although they are there, or go by such a name elsewhere. */
  public List<String> clashes(List<ScoredColumn> added) {
    Map<String, String> taken = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
    added.forEach(column -> taken.put(column.name(), column.name()));
    List<String> clashes = new ArrayList<>();
    for (Type field : schema.getFields()) {
      String name = taken.get(field.getName());
      if (name != null) {
        clashes.add(clash(field.getName(), name));
      }
    }
    return clashes;
  }

  private static String clash(String name, String added) {
    return name.equals(added)
        ? name
        : name + " (DuckDB, Spark and others take it for " + added + ")";
  }

  /** Why a column can't be the key of its records; empty when it can. */
  public Optional<String> whyNoKey(String name) {
    if (!has(name)) {
      return Optional.of(missing(name));
    }
    Type field = schema.getType(name);
    return isSingle(field) && FieldKind.of(field.asPrimitiveType()) != FieldKind.OTHER
        ? Optional.empty()
        : Optional.of(
            "must be a single number, a text, true or false, but the input has '%s'"
                .formatted(line(field)));
  }

  /** What is wrong with the column of a feature; empty when nothing is. */
  public Optional<String> problem(Feature feature) {
    if (!has(feature.name())) {
      return feature.defaultValue() != null
          ? Optional.empty()
          : Optional.of("Feature '" + feature.name() + "': " + missing(feature.name()));
    }
    Type field = schema.getType(feature.name());
    String a = isSingle(field) ? "a" : "a single";
    return isSingle(field) && fits(feature.type(), FieldKind.of(field.asPrimitiveType()))
        ? Optional.empty()
        : Optional.of(
            "Feature '%s' must be %s %s, but the input has '%s'"
                .formatted(feature.name(), a, feature.type().yaml(), line(field)));
  }

  private static boolean fits(FeatureType type, FieldKind kind) {
    return switch (type) {
      case DOUBLE, INT -> kind == FieldKind.NUMBER;
      case BOOL -> kind == FieldKind.BOOLEAN;
      case STRING -> kind == FieldKind.TEXT;
    };
  }

  private static boolean isSingle(Type field) {
    return field.isPrimitive() && !field.isRepetition(Type.Repetition.REPEATED);
  }

  private String missing(String name) {
    TreeSet<String> names = new TreeSet<>();
    schema.getFields().forEach(field -> names.add(field.getName()));
    return "the input has no such column%s; it has: %s"
        .formatted(Suggestion.didYouMean(name, names), String.join(", ", names));
  }

  /** Groups are shown with their fields, each on a line of its own. */
  static String line(Type field) {
    String line = field.toString().replaceAll("\\s+", " ").strip();
    return line.length() <= LONGEST ? line : line.substring(0, LONGEST) + "...";
  }
}
