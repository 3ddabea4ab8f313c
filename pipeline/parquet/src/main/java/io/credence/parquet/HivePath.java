package io.credence.parquet;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * The folders of a path that name a value, such as {@code quarter=3}: the layout that Hive began,
 * and Spark, Arrow, DuckDB and Polars write.
 */
final class HivePath {

  private static final String NULL = "__HIVE_DEFAULT_PARTITION__";

  private HivePath() {}

  /**
   * The values of a path, by their names; one that is unknown is empty.
   *
   * @throws IllegalArgumentException when a name comes twice, or has no value
   */
  static Map<String, Optional<String>> values(String file) {
    Map<String, Optional<String>> values = new LinkedHashMap<>();
    String[] names = file.split("/", -1);
    for (int i = 0; i < names.length - 1; i++) {
      int equals = names[i].indexOf('=');
      if (equals > 0) {
        add(file, names[i].substring(0, equals), names[i].substring(equals + 1), values);
      }
    }
    return values;
  }

  private static void add(
      String file, String name, String value, Map<String, Optional<String>> values) {
    if (value.isEmpty()) {
      throw new IllegalArgumentException(
          "%s: '%s=' in its path is an empty text to some readers and null to others; call the folder %s=%s if null is meant"
              .formatted(file, name, name, NULL));
    }
    Optional<String> decoded = value.equals(NULL) ? Optional.empty() : Optional.of(decode(value));
    if (values.put(decode(name), decoded) != null) {
      throw new IllegalArgumentException("%s: '%s=' comes twice in its path".formatted(file, name));
    }
  }

  /** Characters that a path can't hold are written as %2F; what is no such code is what it is. */
  private static String decode(String name) {
    try {
      return URLDecoder.decode(name.replace("+", "%2B"), StandardCharsets.UTF_8);
    } catch (IllegalArgumentException e) {
      return name;
    }
  }
}
