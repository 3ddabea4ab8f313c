package io.credence.folder;

import io.credence.model.Feature;
import io.credence.model.FeatureType;
import io.credence.model.TimeScale;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What model.yaml says of a feature.
 *
 * @param levels the labels; empty when there are some, but with a fault that was reported; null
 *     when there are none or a coordinate has them
 * @param coordinate the coordinate of the posterior that has the levels, or null
 */
record FeatureYaml(
    String name,
    FeatureType type,
    double min,
    double max,
    @Nullable List<String> levels,
    @Nullable String coordinate,
    @Nullable Object defaultValue,
    Extras extras,
    int line) {

  /**
   * What only some features have.
   *
   * @param column the field that holds it, or null where that has the feature's name
   * @param reference the level that treatment coding leaves out, or null
   * @param acceptsNumbers whether a bool may arrive as 1 or 0
   * @param size how many numbers a vector has
   * @param time how a timestamp becomes a number, or null
   * @param missingIsUnseen whether a missing level is an unseen one
   */
  record Extras(
      @Nullable String column,
      @Nullable String reference,
      boolean acceptsNumbers,
      int size,
      @Nullable TimeScale time,
      boolean missingIsUnseen) {

    static final Extras NONE = new Extras(null, null, false, 1, null, false);
  }

  Feature withLevels(List<String> labels) {
    return Feature.named(name, type)
        .range(min, max)
        .levels(labels)
        .defaultValue(defaultValue)
        .column(Objects.requireNonNullElse(extras.column(), name))
        .reference(extras.reference())
        .acceptsNumbers(extras.acceptsNumbers())
        .size(extras.size())
        .time(extras.time())
        .missingIsUnseen(extras.missingIsUnseen())
        .build();
  }

  FeatureYaml withDefault(Object value) {
    return new FeatureYaml(name, type, min, max, levels, coordinate, value, extras, line);
  }
}
