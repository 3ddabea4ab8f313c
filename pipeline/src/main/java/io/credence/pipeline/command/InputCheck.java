package io.credence.pipeline.command;

import io.credence.model.Feature;
import io.credence.model.FeatureType;
import io.credence.model.Model;
import io.credence.pipeline.parquet.ParquetInput;
import io.credence.problem.Suggestion;
import io.credence.score.ScoreColumns;
import io.credence.score.ScoreSpec;
import io.credence.score.ScoredColumn;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import org.apache.beam.sdk.io.fs.MatchResult;
import org.apache.parquet.schema.MessageType;
import org.apache.parquet.schema.Type;
import org.jspecify.annotations.Nullable;

/** Finds the input files, and checks that a model can score them. */
final class InputCheck {

  /** Of the description of a column in a message. */
  private static final int LONGEST = 200;

  private final List<String> problems;
  private final List<String> notes;

  InputCheck(List<String> problems, List<String> notes) {
    this.problems = problems;
    this.notes = notes;
  }

  /**
   * Reads the footers of the files that an option names; none when that can't be done.
   *
   * @param model for which they are read, if it could be
   */
  List<ParquetInput> find(
      String pattern, SharedDisk shared, long maxPageBytes, @Nullable Model model) {
    if (!shared.has("--input", pattern) || !isPageSize(maxPageBytes)) {
      return List.of();
    }
    try {
      return new HiveColumns(model, problems, notes).addTo(open(pattern, maxPageBytes));
    } catch (IOException | IllegalArgumentException e) {
      problems.add("--input=" + pattern + ": can't be read: " + Failures.line(e));
      return List.of();
    }
  }

  private boolean isPageSize(long bytes) {
    if (bytes < 1 << 20 || bytes > Integer.MAX_VALUE) {
      problems.add(
          "--maxPageBytes: must be from %s to %s, but is %s"
              .formatted(1 << 20, Integer.MAX_VALUE, bytes));
      return false;
    }
    return true;
  }

  /** Reads the footers of all files; what can't be read is reported and left out. */
  private List<ParquetInput> open(String pattern, long maxPageBytes) throws IOException {
    List<MatchResult.Metadata> files = new InputFiles(problems, notes).find(pattern);
    List<ParquetInput> inputs = new Footers(problems, maxPageBytes).read(files);
    return new OneSchema(problems, notes).of(inputs);
  }

  /** Checks that the files have what the model needs, and room for what it adds. */
  void checkFields(Model model, ScoreSpec spec, MessageType schema) {
    for (Feature feature : model.features()) {
      checkFeature(feature, schema);
    }
    String keyField = spec.predict().keyField();
    if (keyField != null) {
      checkKey(keyField, schema);
    }
    checkNames(ScoreColumns.of(model, spec).columns(), schema);
  }

  private void checkNames(List<ScoredColumn> added, MessageType schema) {
    Map<String, String> taken = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
    added.forEach(column -> taken.put(column.name(), column.name()));
    List<String> clashes = new ArrayList<>();
    for (Type field : schema.getFields()) {
      String name = taken.get(field.getName());
      if (name != null) {
        clashes.add(clash(field.getName(), name));
      }
    }
    if (!clashes.isEmpty()) {
      problems.add(
          "The input already has columns that scoring would add: %s; rename them, or the model's target"
              .formatted(String.join(", ", clashes)));
    }
  }

  private static String clash(String name, String added) {
    return name.equals(added)
        ? name
        : name + " (DuckDB, Spark and others take it for " + added + ")";
  }

  private void checkKey(String name, MessageType schema) {
    if (!schema.containsField(name)) {
      problems.add("--keyField=" + name + ": " + missing(name, schema));
    } else if (!isSingle(schema.getType(name))
        || FieldKind.of(schema.getType(name).asPrimitiveType()) == FieldKind.OTHER) {
      problems.add(
          "--keyField=%s: must be a single number, a text, true or false, but the input has '%s'"
              .formatted(name, line(schema.getType(name))));
    }
  }

  /** Groups are shown with their fields, each on a line of its own. */
  static String line(Type field) {
    String line = field.toString().replaceAll("\\s+", " ").strip();
    return line.length() <= LONGEST ? line : line.substring(0, LONGEST) + "...";
  }

  private static boolean isSingle(Type field) {
    return field.isPrimitive() && !field.isRepetition(Type.Repetition.REPEATED);
  }

  private void checkFeature(Feature feature, MessageType schema) {
    if (!schema.containsField(feature.name())) {
      if (feature.defaultValue() == null) {
        problems.add("Feature '" + feature.name() + "': " + missing(feature.name(), schema));
      }
      return;
    }
    Type field = schema.getType(feature.name());
    if (!isSingle(field)) {
      problems.add(
          "Feature '%s' must be a single %s, but the input has '%s'"
              .formatted(feature.name(), feature.type().yaml(), line(field)));
    } else if (!fits(feature.type(), FieldKind.of(field.asPrimitiveType()))) {
      problems.add(
          "Feature '%s' must be a %s, but the input has '%s'"
              .formatted(feature.name(), feature.type().yaml(), line(field)));
    }
  }

  private static boolean fits(FeatureType type, FieldKind kind) {
    return switch (type) {
      case DOUBLE, INT -> kind == FieldKind.NUMBER;
      case BOOL -> kind == FieldKind.BOOLEAN;
      case STRING -> kind == FieldKind.TEXT;
    };
  }

  private static String missing(String name, MessageType schema) {
    TreeSet<String> names = new TreeSet<>();
    schema.getFields().forEach(field -> names.add(field.getName()));
    return "the input has no such column%s; it has: %s"
        .formatted(Suggestion.didYouMean(name, names), String.join(", ", names));
  }
}
