package io.credence.folder;

import io.credence.deadletter.UnscorableException;
import io.credence.model.Feature;
import io.credence.model.FeatureType;
import io.credence.problem.Excerpt;
import io.credence.problem.Suggestion;
import io.credence.yaml.YamlMap;
import io.credence.yaml.YamlValue;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads an entry under {@code features}. */
final class FeatureYamlReader {

  private static final List<String> KEYS =
      List.of(
          "column",
          "type",
          "min",
          "max",
          "levels",
          "reference",
          "missing",
          "default",
          "numbers",
          "unit",
          "origin",
          "size");
  private static final List<String> TYPES =
      Arrays.stream(FeatureType.values()).map(FeatureType::yaml).toList();

  /** A limit on what is read from input; far above any model that was ever fitted. */
  private static final int MAX_LEVELS = 1_000_000;

  /** One spelling per number, and none that a double could not tell from its neighbours. */
  private static final Pattern WHOLE_NUMBER = Pattern.compile("0|-?[1-9][0-9]{0,14}");

  private static final Pattern REAL =
      Pattern.compile("-?[0-9]{1,15}\\.[0-9]{1,17}(?:E[0-9]{1,2})?");

  private FeatureYamlReader() {}

  static FeatureYaml read(String name, YamlValue value) {
    Optional<YamlMap> map = value.map();
    if (map.isEmpty()) {
      return standIn(name, value.line());
    }
    map.get().allowOnly(KEYS);
    FeatureType type =
        map.get().require("type", "type: double").flatMap(FeatureYamlReader::type).orElse(null);
    if (type == null) {
      return standIn(name, value.line());
    }
    return read(name, value, map.get(), type);
  }

  private static FeatureYaml standIn(String name, int line) {
    return new FeatureYaml(
        name,
        FeatureType.DOUBLE,
        Double.NEGATIVE_INFINITY,
        Double.POSITIVE_INFINITY,
        List.of(),
        null,
        null,
        FeatureYaml.Extras.NONE,
        line);
  }

  private static Optional<FeatureType> type(YamlValue value) {
    Optional<String> text = value.text();
    Optional<FeatureType> type = text.flatMap(FeatureType::of);
    if (text.isEmpty() || type.isPresent()) {
      return type;
    }
    Optional<FeatureType> meant = FeatureType.meantBy(text.get());
    String name = Excerpt.of(text.get());
    value.report(
        meant
            .map(each -> "is '%s' (it is called '%s' here)".formatted(name, each.yaml()))
            .orElseGet(
                () ->
                    "is '%s'%s; there are: %s"
                        .formatted(
                            name,
                            Suggestion.didYouMean(text.get(), TYPES),
                            String.join(", ", TYPES))));
    // The other keys can be checked for what was meant.
    return meant;
  }

  private static FeatureYaml read(String name, YamlValue value, YamlMap map, FeatureType type) {
    double min = bound(map, "min", type, Double.NEGATIVE_INFINITY);
    double max = bound(map, "max", type, Double.POSITIVE_INFINITY);
    if (min > max) {
      value.report("has min %s above max %s".formatted(min, max));
    }
    YamlValue levels = map.get("levels").orElse(null);
    if (levels == null && type == FeatureType.STRING) {
      value.report("is a string and so needs levels, for example levels: [a, b]");
    }
    if (levels != null && type != FeatureType.STRING && type != FeatureType.INT) {
      levels.report("are for features of type int or string, but this one is " + type.yaml());
      levels = null;
    }
    boolean named = levels != null && levels.isScalar();
    List<String> labels = levels != null && !named ? labels(levels, type) : null;
    String coordinate = levels != null && named ? levels.text().orElse(null) : null;
    FeatureYaml feature =
        new FeatureYaml(
            name,
            type,
            min,
            max,
            labels,
            coordinate,
            null,
            FeatureExtrasReader.read(map, type, levels != null),
            value.line());
    return withDefault(feature, map.get("default").orElse(null));
  }

  private static double bound(YamlMap map, String key, FeatureType type, double none) {
    Optional<YamlValue> value = map.get(key);
    boolean number = type != FeatureType.STRING && type != FeatureType.BOOL;
    if (value.isPresent() && (!number || type == FeatureType.VECTOR)) {
      value.get().report("is for numbers, but the feature is a " + type.yaml());
    }
    return value.flatMap(YamlValue::number).orElse(none);
  }

  private static List<String> labels(YamlValue levels, FeatureType type) {
    if (!levels.isSequence()) {
      levels.report("must be a list such as [a, b], or the name of a coordinate of the posterior");
      return List.of();
    }
    List<String> labels = new ArrayList<>();
    for (YamlValue element : levels.elements()) {
      element.text().ifPresent(labels::add);
    }
    if (labels.size() < levels.elements().size()) {
      return List.of();
    }
    labels = spelled(labels, type);
    String problem = problem(labels, type);
    if (problem != null) {
      levels.report(problem);
      return List.of();
    }
    return labels;
  }

  /** Of an int, 1.0 is 1: pandas makes reals of whole numbers where one is missing. */
  static List<String> spelled(List<String> labels, FeatureType type) {
    if (type != FeatureType.INT) {
      return labels;
    }
    return labels.stream().map(FeatureYamlReader::whole).toList();
  }

  private static String whole(String label) {
    if (!REAL.matcher(label).matches()) {
      return label;
    }
    BigDecimal number = new BigDecimal(label).stripTrailingZeros();
    return number.scale() <= 0 ? number.toBigInteger().toString() : label;
  }

  /** What is wrong with labels, which may also come from a coordinate; null when nothing is. */
  static @Nullable String problem(List<String> labels, FeatureType type) {
    if (labels.isEmpty() || labels.size() > MAX_LEVELS) {
      return "must be from 1 to %s in number, but are %s".formatted(MAX_LEVELS, labels.size());
    }
    HashSet<String> seen = new HashSet<>();
    for (String label : labels) {
      if (!seen.add(label)) {
        return "have '" + Excerpt.of(label) + "' twice";
      }
      if (type == FeatureType.INT && !WHOLE_NUMBER.matcher(label).matches()) {
        return "must be whole numbers of at most 15 digits, because the feature is an int, but one is '%s'"
            .formatted(Excerpt.of(label));
      }
    }
    return null;
  }

  private static FeatureYaml withDefault(FeatureYaml feature, @Nullable YamlValue value) {
    Object given = value == null ? null : value.scalar().orElse(null);
    if (value == null || given == null) {
      return feature;
    }
    if (feature.type() == FeatureType.VECTOR) {
      value.report("is for features that are a single value, but this one is a vector");
      return feature;
    }
    FeatureYaml complete = feature.withDefault(given);
    try {
      Feature check = complete.withLevels(List.of());
      if (feature.type() == FeatureType.STRING) {
        check.text(given);
      } else {
        check.number(given);
      }
    } catch (UnscorableException e) {
      value.report("does not fit: " + e.reason());
      return feature;
    }
    return complete;
  }
}
