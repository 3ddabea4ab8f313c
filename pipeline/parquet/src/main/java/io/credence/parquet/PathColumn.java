package io.credence.parquet;

import java.io.Serializable;
import java.math.BigDecimal;
import java.util.function.ObjIntConsumer;
import org.apache.parquet.example.data.Group;
import org.apache.parquet.io.api.Binary;
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

  /** Gives the value to a field of each row. */
  ObjIntConsumer<Group> adder() {
    if (value == null) {
      return (row, field) -> {};
    }
    return switch (kind) {
      case INTEGER -> {
        long number = Long.parseLong(value);
        yield (row, field) -> row.add(field, number);
      }
      case NUMBER -> {
        double number = Double.parseDouble(value);
        yield (row, field) -> row.add(field, number);
      }
      case BOOLEAN -> {
        boolean truth = Boolean.parseBoolean(value);
        yield (row, field) -> row.add(field, truth);
      }
      case TEXT -> {
        Binary text = Binary.fromString(value);
        yield (row, field) -> row.add(field, text);
      }
    };
  }

  /**
   * Whether a value that is stored in a row is the same, as far as the column's type can tell.
   *
   * @param column the type with which it is stored
   */
  boolean isSame(@Nullable Object stored, Type column) {
    if (stored == null || value == null) {
      return stored == null && value == null;
    }
    return stored instanceof Number number
        ? isSameNumber(number, column)
        : stored.toString().equals(value);
  }

  /** The nearest number of a column of floating point stands for all that lie about it. */
  private boolean isSameNumber(Number stored, Type column) {
    try {
      BigDecimal exact = new BigDecimal(value);
      return switch (column.asPrimitiveType().getPrimitiveTypeName()) {
        case FLOAT -> exact.floatValue() == stored.floatValue();
        case DOUBLE -> exact.doubleValue() == stored.doubleValue();
        default -> new BigDecimal(stored.toString()).compareTo(exact) == 0;
      };
    } catch (NumberFormatException e) {
      return stored.toString().equals(value);
    }
  }
}
