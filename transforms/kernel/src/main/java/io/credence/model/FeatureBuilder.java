package io.credence.model;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** The parts of a feature, which must be known to fit together. */
public final class FeatureBuilder {

  final String name;
  final FeatureType type;
  String column;
  double min = Double.NEGATIVE_INFINITY;
  double max = Double.POSITIVE_INFINITY;
  List<String> levels = List.of();
  @Nullable Object defaultValue;
  boolean missingIsUnseen;
  @Nullable String reference;
  boolean acceptsNumbers;
  int size = 1;
  @Nullable TimeScale time;

  FeatureBuilder(String name, FeatureType type) {
    this.name = name;
    this.type = type;
    this.column = name;
  }

  /** The field of a record that holds it, where that has another name. */
  public FeatureBuilder column(String field) {
    this.column = field;
    return this;
  }

  /** The smallest and the largest value that are accepted; infinite for no bound. */
  public FeatureBuilder range(double smallest, double largest) {
    this.min = smallest;
    this.max = largest;
    return this;
  }

  /** The labels of the levels; those of an int are whole numbers. */
  public FeatureBuilder levels(List<String> labels) {
    this.levels = labels;
    return this;
  }

  /** What replaces a missing value; null when a missing value is rejected. */
  public FeatureBuilder defaultValue(@Nullable Object value) {
    this.defaultValue = value;
    return this;
  }

  /** Whether a missing level is one that the model was not trained on. */
  public FeatureBuilder missingIsUnseen(boolean unseen) {
    this.missingIsUnseen = unseen;
    return this;
  }

  /** The level that treatment coding leaves out: its effects are 0. */
  public FeatureBuilder reference(@Nullable String level) {
    this.reference = level;
    return this;
  }

  /** Whether a bool may arrive as 1 or 0. */
  public FeatureBuilder acceptsNumbers(boolean accepts) {
    this.acceptsNumbers = accepts;
    return this;
  }

  /** How many numbers a vector has. */
  public FeatureBuilder size(int numbers) {
    this.size = numbers;
    return this;
  }

  /** How a timestamp becomes a number, which it must say. */
  public FeatureBuilder time(@Nullable TimeScale scale) {
    this.time = scale;
    return this;
  }

  /** The feature. */
  public Feature build() {
    return new Feature(this);
  }
}
