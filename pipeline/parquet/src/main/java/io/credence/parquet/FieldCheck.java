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
  private final String files;

  /**
   * @param input one of the files, which all have the same columns
   */
  public FieldCheck(ParquetInput input) {
    this(input, "the input");
  }

  /**
   * @param input one of the files, which all have the same columns
   * @param files what messages call them
   */
  public FieldCheck(ParquetInput input, String files) {
    this(input.schema(), files);
  }

  FieldCheck(MessageType schema) {
    this(schema, "the input");
  }

  FieldCheck(MessageType schema, String files) {
    this.schema = schema;
    this.files = files;
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
    return isSingle(field) && FieldKind.of(field.asPrimitiveType()).isKey()
        ? Optional.empty()
        : Optional.of(
            "must be a single number, a text, true or false, but %s has '%s'"
                .formatted(files, line(field)));
  }

  /** Why records can't be grouped by a column; empty when they can. */
  public Optional<String> whyNoGroup(String name) {
    if (!has(name)) {
      return Optional.of(missing(name));
    }
    Type field = schema.getType(name);
    FieldKind kind = isSingle(field) ? FieldKind.of(field.asPrimitiveType()) : FieldKind.OTHER;
    return kind.isKey() || kind == FieldKind.DATE
        ? Optional.empty()
        : Optional.of(
            "must be a single number, a text, true or false, or a date, but %s has '%s'"
                .formatted(files, line(field)));
  }

  /**
   * A column that holds the values of one that records {@linkplain #whyNoGroup can be} grouped by.
   */
  public TableColumn grouping(String name) {
    return new TableColumn(name, TableColumn.Kind.of(schema.getType(name).asPrimitiveType()));
  }

  /** Why a column can't be the weight of its records; empty when it can. */
  public Optional<String> whyNoWeight(String name) {
    if (!has(name)) {
      return Optional.of(missing(name));
    }
    Type field = schema.getType(name);
    return isSingle(field) && FieldKind.of(field.asPrimitiveType()) == FieldKind.NUMBER
        ? Optional.empty()
        : Optional.of("must be a single number, but %s has '%s'".formatted(files, line(field)));
  }

  /**
   * Why a column of two kinds of files can't be what their rows are joined by; empty when it can.
   * Numbers with a fraction are no keys: one that was rounded on its way finds nothing.
   */
  public Optional<String> whyNotJoined(FieldCheck other, String name) {
    for (FieldCheck side : List.of(this, other)) {
      if (!side.has(name)) {
        return Optional.of(side.missing(name));
      }
      if (!side.isWhole(name) && !side.isText(name)) {
        return Optional.of(
            "must be a whole number or a text, but %s has '%s'"
                .formatted(side.files, side.line(name)));
      }
    }
    return isText(name) == other.isText(name)
        ? Optional.empty()
        : Optional.of(
            "%s has '%s', but %s has '%s'; 17 and \"17\" could be one key or two, so write both alike"
                .formatted(files, line(name), other.files, other.line(name)));
  }

  private boolean isText(String name) {
    Type field = schema.getType(name);
    return isSingle(field) && FieldKind.of(field.asPrimitiveType()) == FieldKind.TEXT;
  }

  private boolean isWhole(String name) {
    Type field = schema.getType(name);
    return isSingle(field) && FieldKind.isWhole(field.asPrimitiveType());
  }

  private String line(String name) {
    return line(schema.getType(name));
  }

  /** What is wrong with the column of a feature; empty when nothing is. */
  public Optional<String> problem(Feature feature) {
    if (!has(feature.column())) {
      return feature.mayBeMissing()
          ? Optional.empty()
          : Optional.of("Feature '" + feature.name() + "': " + missing(feature.column()));
    }
    Type field = schema.getType(feature.column());
    if (fits(feature, field)) {
      return Optional.empty();
    }
    String a = isSingle(field) || feature.type() == FeatureType.VECTOR ? "a" : "a single";
    return Optional.of(
        "Feature '%s' must be %s %s, but the input has '%s'%s"
            .formatted(
                feature.name(), a, feature.type().yaml(), line(field), remedy(feature, field)));
  }

  private static boolean fits(Feature feature, Type field) {
    if (feature.type() == FeatureType.VECTOR) {
      return ListValue.element(field)
          .map(FieldKind::of)
          .filter(FieldKind.NUMBER::equals)
          .isPresent();
    }
    return isSingle(field) && fits(feature, FieldKind.of(field.asPrimitiveType()));
  }

  private static boolean fits(Feature feature, FieldKind kind) {
    return switch (feature.type()) {
      case DOUBLE, INT -> kind == FieldKind.NUMBER;
      case BOOL ->
          kind == FieldKind.BOOLEAN || (feature.acceptsNumbers() && kind == FieldKind.NUMBER);
      case STRING -> kind == FieldKind.TEXT;
      case TIMESTAMP -> kind == FieldKind.DATE || kind == FieldKind.TEXT;
      case VECTOR -> false;
    };
  }

  private static String remedy(Feature feature, Type field) {
    if (!isSingle(field)) {
      return "";
    }
    FieldKind kind = FieldKind.of(field.asPrimitiveType());
    if (feature.type() == FeatureType.BOOL && kind == FieldKind.NUMBER) {
      return "; numbers: true lets 0 and 1 count as false and true";
    }
    return kind == FieldKind.DATE
        ? "; type: timestamp, with unit and origin, makes a number of a date or time"
        : "";
  }

  private static boolean isSingle(Type field) {
    return field.isPrimitive() && !field.isRepetition(Type.Repetition.REPEATED);
  }

  private String missing(String name) {
    TreeSet<String> names = new TreeSet<>();
    schema.getFields().forEach(field -> names.add(field.getName()));
    return "%s has no such column%s; it has: %s"
        .formatted(files, Suggestion.didYouMean(name, names), String.join(", ", names));
  }

  /** Groups are shown with their fields, each on a line of its own. */
  static String line(Type field) {
    String line = field.toString().replaceAll("\\s+", " ").strip();
    return line.length() <= LONGEST ? line : line.substring(0, LONGEST) + "...";
  }
}
