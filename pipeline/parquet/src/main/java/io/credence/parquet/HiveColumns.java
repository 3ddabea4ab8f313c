package io.credence.parquet;

import io.credence.model.Feature;
import io.credence.model.FeatureType;
import io.credence.parquet.PathColumn.Kind;
import io.credence.problem.Problems;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.apache.parquet.schema.MessageType;
import org.jspecify.annotations.Nullable;

/**
 * Makes columns of what the paths of files say. A feature of the model says of what type its column
 * is. Any other is of whole numbers where all files say such in the one way to write them, and of
 * texts else: readers differ in what 03, 1.5 or 2024-01-31 is, and texts lose nothing.
 */
final class HiveColumns {

  private static final Pattern CANONICAL = Pattern.compile("0|-?[1-9][0-9]{0,17}");
  private static final Pattern INTEGER = Pattern.compile("[+-]?[0-9]{1,18}");
  private static final Pattern NUMBER =
      Pattern.compile("[+-]?([0-9]+\\.?[0-9]*|\\.[0-9]+)([eE][+-]?[0-9]+)?");
  private static final Pattern BOOLEAN = Pattern.compile("(?i)true|false");

  private final List<Feature> features;
  private final Problems problems;
  private final List<String> notes;

  HiveColumns(List<Feature> features, Problems problems, List<String> notes) {
    this.features = features;
    this.problems = problems;
    this.notes = notes;
  }

  /** The inputs with the columns of their paths; as they are when there is a problem. */
  List<ParquetInput> addTo(List<ParquetInput> inputs) {
    List<Map<String, Optional<String>>> paths = new ArrayList<>();
    try {
      inputs.forEach(input -> paths.add(HivePath.values(input.file())));
    } catch (IllegalArgumentException e) {
      problems.add(String.valueOf(e.getMessage()));
      return inputs;
    }
    return haveSameNames(inputs, paths) ? addTo(inputs, paths) : inputs;
  }

  private boolean haveSameNames(
      List<ParquetInput> inputs, List<Map<String, Optional<String>>> paths) {
    for (int i = 1; i < paths.size(); i++) {
      Set<String> first = paths.get(0).keySet();
      Set<String> other = paths.get(i).keySet();
      if (!first.equals(other)) {
        problems.add(
            "%s has %s in its path, and %s has %s; some readers fill in nulls, others take none of them for columns: score them in runs of their own"
                .formatted(inputs.get(0).file(), said(first), inputs.get(i).file(), said(other)));
        return false;
      }
    }
    return true;
  }

  private static String said(Set<String> names) {
    return names.isEmpty()
        ? "no NAME=VALUE"
        : names.stream().map(name -> name + "=").collect(Collectors.joining(" and "));
  }

  private List<ParquetInput> addTo(
      List<ParquetInput> inputs, List<Map<String, Optional<String>>> paths) {
    if (paths.isEmpty() || paths.get(0).isEmpty()) {
      return inputs;
    }
    Map<String, Kind> kinds = new LinkedHashMap<>();
    for (String name : paths.get(0).keySet()) {
      Set<String> values = new LinkedHashSet<>();
      paths.forEach(path -> path.getOrDefault(name, Optional.empty()).ifPresent(values::add));
      kinds.put(name, kind(name, values));
    }
    notes.add(
        "Columns from the files' paths: "
            + kinds.entrySet().stream()
                .map(
                    kind ->
                        kind.getKey()
                            + " ("
                            + kind.getValue().name().toLowerCase(Locale.ROOT)
                            + ")")
                .collect(Collectors.joining(", ")));
    Map<MessageType, MessageType> schemas = new HashMap<>();
    List<ParquetInput> complete = new ArrayList<>();
    for (int i = 0; i < inputs.size(); i++) {
      complete.add(
          inputs
              .get(i)
              .with(
                  columns(kinds, paths.get(i)),
                  schema -> schemas.computeIfAbsent(schema, itself -> itself)));
    }
    return complete;
  }

  private static PathColumns columns(Map<String, Kind> kinds, Map<String, Optional<String>> path) {
    List<PathColumn> columns = new ArrayList<>();
    kinds.forEach(
        (name, kind) ->
            columns.add(
                new PathColumn(
                    name, kind, path.getOrDefault(name, Optional.empty()).orElse(null))));
    return PathColumns.of(columns);
  }

  private Kind kind(String name, Set<String> values) {
    boolean whole = !values.isEmpty() && areAll(CANONICAL, values);
    FeatureType type = featureType(name);
    if (type == null) {
      return whole ? Kind.INTEGER : Kind.TEXT;
    }
    return switch (type) {
      case STRING, TIMESTAMP, VECTOR -> Kind.TEXT;
      case BOOL -> required(name, type, BOOLEAN, values, Kind.BOOLEAN);
      case INT -> required(name, type, INTEGER, values, Kind.INTEGER);
      case DOUBLE -> whole ? Kind.INTEGER : required(name, type, NUMBER, values, Kind.NUMBER);
    };
  }

  private Kind required(
      String name, FeatureType type, Pattern form, Set<String> values, Kind kind) {
    values.stream()
        .filter(value -> !form.matcher(value).matches())
        .findFirst()
        .ifPresent(
            value ->
                problems.add(
                    "Feature '%s' must be a %s, but a path says %s=%s"
                        .formatted(name, type.yaml(), name, value)));
    return kind;
  }

  private static boolean areAll(Pattern form, Set<String> values) {
    return values.stream().allMatch(value -> form.matcher(value).matches());
  }

  private @Nullable FeatureType featureType(String name) {
    return features.stream()
        .filter(feature -> feature.column().equals(name))
        .map(Feature::type)
        .findFirst()
        .orElse(null);
  }
}
