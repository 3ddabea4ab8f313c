package io.credence.folder;

import io.credence.folder.FeatureYaml.Extras;
import io.credence.model.FeatureType;
import io.credence.model.TimeScale;
import io.credence.problem.Excerpt;
import io.credence.yaml.YamlMap;
import io.credence.yaml.YamlValue;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Reads the keys of a feature that only some have. */
final class FeatureExtrasReader {

  /** Of a vector; far above any embedding. */
  private static final int MAX_SIZE = 100_000;

  private static final int MAX_COLUMN = 1_000;

  private FeatureExtrasReader() {}

  static Extras read(YamlMap map, FeatureType type, boolean hasLevels) {
    refuseUnless(hasLevels, map, "reference", "is for features with levels");
    refuseUnless(hasLevels, map, "missing", "is for features with levels");
    refuseUnless(type == FeatureType.BOOL, map, "numbers", "is for features of type bool");
    refuseUnless(type == FeatureType.TIMESTAMP, map, "unit", "is for features of type timestamp");
    refuseUnless(type == FeatureType.TIMESTAMP, map, "origin", "is for features of type timestamp");
    refuseUnless(type == FeatureType.VECTOR, map, "size", "is for features of type vector");
    return new Extras(
        map.get("column").flatMap(FeatureExtrasReader::column).orElse(null),
        map.get("reference").flatMap(YamlValue::text).orElse(null),
        map.get("numbers").map(FeatureExtrasReader::truth).orElse(false),
        type == FeatureType.VECTOR ? size(map) : 1,
        type == FeatureType.TIMESTAMP ? time(map) : null,
        map.get("missing").filter(value -> isUnseen(value, map)).isPresent());
  }

  private static void refuseUnless(boolean fits, YamlMap map, String key, String what) {
    if (!fits) {
      map.get(key).ifPresent(value -> value.report(what));
    }
  }

  private static boolean isUnseen(YamlValue value, YamlMap map) {
    Optional<String> text = value.text();
    if (text.isPresent() && !text.get().equals("unseen")) {
      value.report(
          "can only be unseen, which takes a missing level for one that the model was not trained on, but is '%s'"
              .formatted(Excerpt.of(text.get())));
    } else if (map.get("default").isPresent()) {
      value.report("must not stand beside default, which replaces a missing level; remove one");
    }
    return text.isPresent();
  }

  /** Any name that a file or message may have. */
  private static Optional<String> column(YamlValue value) {
    Optional<String> text = value.text();
    if (text.isPresent() && (text.get().isEmpty() || text.get().length() > MAX_COLUMN)) {
      value.report("must be the name of a column, of 1 to %s characters".formatted(MAX_COLUMN));
    }
    return text;
  }

  private static boolean truth(YamlValue value) {
    Object scalar = value.scalar().orElse(false);
    if (scalar instanceof Boolean truth) {
      return truth;
    }
    value.report("must be true or false, but is '%s'".formatted(Excerpt.of(scalar.toString())));
    return false;
  }

  private static int size(YamlMap map) {
    YamlValue value = map.require("size", "size: 16").orElse(null);
    double size = value == null ? 1 : value.number().orElse(1.0);
    if (value != null && (size != Math.rint(size) || size < 1 || size > MAX_SIZE)) {
      value.report("must be a whole number from 1 to %s, but is %s".formatted(MAX_SIZE, size));
      return 1;
    }
    return (int) size;
  }

  private static TimeScale time(YamlMap map) {
    YamlValue unit = map.require("unit", "unit: d").orElse(null);
    String name = unit == null ? "d" : unit.text().orElse("d");
    if (unit != null && !TimeScale.UNITS.contains(name)) {
      unit.report(
          "must be one of %s, but is '%s'"
              .formatted(String.join(", ", TimeScale.UNITS), Excerpt.of(name)));
    }
    YamlValue origin = map.require("origin", "origin: 2024-01-01").orElse(null);
    return new TimeScale(TimeScale.UNITS.contains(name) ? name : "d", origin(origin));
  }

  private static Instant origin(@Nullable YamlValue value) {
    String text = value == null ? null : value.text().orElse(null);
    if (value == null || text == null) {
      return Instant.EPOCH;
    }
    Optional<Instant> time = TimeScale.time(text);
    if (time.isEmpty()) {
      value.report(
          "must be a date or time such as 2024-01-01 or 2024-01-01T12:00:00Z, but is '%s'"
              .formatted(Excerpt.of(text)));
    }
    return time.orElse(Instant.EPOCH);
  }
}
