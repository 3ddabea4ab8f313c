package io.credence.messages.avro;

import java.util.HashMap;
import java.util.Map;
import org.apache.avro.Schema;

/**
 * How large a schema is once each name in it is replaced by what it stands for, which is what
 * Avro's reader makes of it. A few lines can name thousands of millions: a record of two of
 * another, which has two of a third.
 */
final class SchemaSize {

  /** Types within a schema: a wide table has a few thousand. */
  private static final int MAX_TYPES = 100_000;

  /** Those within each other, for which a reader has frames on the stack. */
  private static final int MAX_DEPTH = 200;

  private final Map<String, Long> ofNames = new HashMap<>();

  private SchemaSize() {}

  /**
   * Requires a schema that can be read with bounded memory.
   *
   * @throws IllegalArgumentException when it is too large
   */
  static void requireBounded(Schema schema) {
    if (new SchemaSize().types(schema, 0) > MAX_TYPES) {
      throw new IllegalArgumentException(
          "has more than " + MAX_TYPES + " fields and types, each counted wherever it is named");
    }
  }

  private long types(Schema schema, int depth) {
    if (depth > MAX_DEPTH) {
      throw new IllegalArgumentException("has types in more than " + MAX_DEPTH + " levels");
    }
    return switch (schema.getType()) {
      case RECORD -> record(schema, depth);
      case ARRAY -> 1 + types(schema.getElementType(), depth + 1);
      case MAP -> 1 + types(schema.getValueType(), depth + 1);
      case UNION ->
          schema.getTypes().stream()
              .mapToLong(branch -> types(branch, depth + 1))
              .reduce(1, SchemaSize::sum);
      default -> 1;
    };
  }

  private long record(Schema schema, int depth) {
    Long known = ofNames.get(schema.getFullName());
    if (known != null) {
      return known;
    }
    ofNames.put(schema.getFullName(), 1L); // Within itself, it is but a name.
    long types =
        schema.getFields().stream()
            .mapToLong(field -> types(field.schema(), depth + 1))
            .reduce(1, SchemaSize::sum);
    ofNames.put(schema.getFullName(), types);
    return types;
  }

  /** Bounded, since it doubles with each level. */
  private static long sum(long a, long b) {
    return Math.min(a + b, MAX_TYPES + 1L);
  }
}
