package io.credence.model;

import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

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

  /** What other tools call them, in small letters and without the number of bits. */
  private static final Map<FeatureType, Set<String>> SYNONYMS =
      Map.of(
          DOUBLE, Set.of("float", "real", "number", "numeric", "decimal", "single"),
          INT, Set.of("integer", "long", "bigint", "smallint", "short", "uint", "count"),
          BOOL, Set.of("boolean", "bit", "logical"),
          STRING,
              Set.of(
                  "str",
                  "text",
                  "varchar",
                  "char",
                  "category",
                  "categorical",
                  "factor",
                  "enum",
                  "object"),
          TIMESTAMP, Set.of("datetime", "date", "time", "datetime64", "posixct"),
          VECTOR, Set.of("list", "array", "embedding"));

  private static final Pattern BITS = Pattern.compile("(?<=int|float)(8|16|32|64)$|\\[.*$");

  /** The name in model.yaml. */
  public String yaml() {
    return name().toLowerCase(Locale.ROOT);
  }

  public static Optional<FeatureType> of(String yaml) {
    return Arrays.stream(values()).filter(type -> type.yaml().equals(yaml)).findFirst();
  }

  /** The type that another tool calls so; empty when none is known. */
  public static Optional<FeatureType> meantBy(String name) {
    String plain = BITS.matcher(name.toLowerCase(Locale.ROOT)).replaceFirst("");
    return Arrays.stream(values())
        .filter(type -> type.yaml().equals(plain) || synonyms(type).contains(plain))
        .findFirst();
  }

  private static Set<String> synonyms(FeatureType type) {
    return SYNONYMS.getOrDefault(type, Set.of());
  }
}
