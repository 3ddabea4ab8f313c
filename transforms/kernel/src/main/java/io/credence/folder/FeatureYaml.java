package io.credence.folder;

import io.credence.model.Feature;
import io.credence.model.FeatureType;
import java.util.List;
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
    int line) {

  Feature withLevels(List<String> labels) {
    return Feature.of(name, type, min, max, labels, defaultValue);
  }
}
