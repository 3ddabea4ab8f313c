package io.credence.pipeline.parquet;

import java.io.Serializable;
import java.math.BigDecimal;
import org.apache.parquet.example.data.Group;
import org.apache.parquet.schema.LogicalTypeAnnotation;
import org.apache.parquet.schema.PrimitiveType.PrimitiveTypeName;
import org.apache.parquet.schema.Type;
import org.apache.parquet.schema.Types;
import org.jspecify.annotations.Nullable;

/**
 * A value that the path of a file gives to all of its rows, as {@code quarter=3} does.
 *
 * @param name the column's name
 * @param kind its type
 * @param value the value as text, which its type can hold; null where it is unknown
 */
public record PathColumn(String name, Kind kind, @Nullable String value) implements Serializable {

  /** The types of such columns. */
  public enum Kind {
    INTEGER(PrimitiveTypeName.INT64),
    NUMBER(PrimitiveTypeName.DOUBLE),
    BOOLEAN(PrimitiveTypeName.BOOLEAN),
    TEXT(PrimitiveTypeName.BINARY);

    private final PrimitiveTypeName primitive;

    Kind(PrimitiveTypeName primitive) {
      this.primitive = primitive;
    }
  }

  Type type() {
    return Types.optional(kind.primitive)
        .as(kind == Kind.TEXT ? LogicalTypeAnnotation.stringType() : null)
        .named(name);
  }

  /** Gives a row the value. */
  void addTo(Group row, int field) {
    if (value != null) {
      switch (kind) {
        case INTEGER -> row.add(field, Long.parseLong(value));
        case NUMBER -> row.add(field, Double.parseDouble(value));
        case BOOLEAN -> row.add(field, Boolean.parseBoolean(value));
        case TEXT -> row.add(field, value);
      }
    }
  }

  /** Whether a value that is stored in a row is the same. */
  boolean isSame(@Nullable Object stored) {
    if (stored == null || value == null) {
      return stored == null && value == null;
    }
    return stored instanceof Number number
        ? isSameNumber(number.toString())
        : stored.toString().equals(value);
  }

  private boolean isSameNumber(String stored) {
    try {
      return new BigDecimal(stored).compareTo(new BigDecimal(value)) == 0;
    } catch (NumberFormatException e) {
      return stored.equals(value);
    }
  }
}
