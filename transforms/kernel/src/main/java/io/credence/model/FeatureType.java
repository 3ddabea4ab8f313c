package io.credence.model;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** The types that a feature can have in model.yaml. */
public enum FeatureType {
  /** Any number. */
  DOUBLE,
  /** A whole number; one that arrives as a real, as in 3.0, is accepted. */
  INT,
  /** A truth value, which is 1 or 0 in expressions. */
  BOOL,
  /** A text, which must have levels. */
  STRING,
  /** A date or time, which is a number in expressions. */
  TIMESTAMP,
  /** A list of numbers, always as many. */
  VECTOR;

  /** The name in model.yaml. */
  public String yaml() {
    return name().toLowerCase(Locale.ROOT);
  }

  public static Optional<FeatureType> of(String yaml) {
    return Arrays.stream(values()).filter(type -> type.yaml().equals(yaml)).findFirst();
  }
}
