package io.credence.parquet;

import java.io.Serializable;
import java.time.LocalDate;
import org.apache.parquet.example.data.Group;
import org.apache.parquet.schema.LogicalTypeAnnotation;
import org.apache.parquet.schema.LogicalTypeAnnotation.DateLogicalTypeAnnotation;
import org.apache.parquet.schema.LogicalTypeAnnotation.DecimalLogicalTypeAnnotation;
import org.apache.parquet.schema.LogicalTypeAnnotation.IntLogicalTypeAnnotation;
import org.apache.parquet.schema.PrimitiveType;
import org.apache.parquet.schema.PrimitiveType.PrimitiveTypeName;
import org.apache.parquet.schema.Type;
import org.apache.parquet.schema.Types;

/**
 * A column of a {@link TableWriter}, which may be null in any row.
 *
 * @param name its name
 * @param kind what it holds
 */
public record TableColumn(String name, Kind kind) implements Serializable {

  private static final String LIST = "list";
  private static final String ELEMENT = "element";

  /** What columns hold, each as one class of Java. */
  public enum Kind {
    /** Long. */
    LONG,
    /** Double. */
    DOUBLE,
    /** Boolean. */
    BOOLEAN,
    /** LocalDate. */
    DATE,
    /** String. */
    TEXT,
    /** An array of double. */
    DOUBLES;

    /** That of the values of a column, where numbers that no Long or Double holds are texts. */
    static Kind of(PrimitiveType type) {
      if (type.getLogicalTypeAnnotation() instanceof DateLogicalTypeAnnotation) {
        return DATE;
      }
      return switch (FieldKind.of(type)) {
        case BOOLEAN -> BOOLEAN;
        case NUMBER -> number(type);
        default -> TEXT;
      };
    }

    private static Kind number(PrimitiveType type) {
      LogicalTypeAnnotation meaning = type.getLogicalTypeAnnotation();
      if (meaning instanceof DecimalLogicalTypeAnnotation
          || (meaning instanceof IntLogicalTypeAnnotation whole
              && !whole.isSigned()
              && whole.getBitWidth() == Long.SIZE)) {
        return TEXT;
      }
      PrimitiveTypeName stored = type.getPrimitiveTypeName();
      return stored == PrimitiveTypeName.INT32 || stored == PrimitiveTypeName.INT64 ? LONG : DOUBLE;
    }
  }

  Type type() {
    return switch (kind) {
      case LONG -> Types.optional(PrimitiveTypeName.INT64).named(name);
      case DOUBLE -> Types.optional(PrimitiveTypeName.DOUBLE).named(name);
      case BOOLEAN -> Types.optional(PrimitiveTypeName.BOOLEAN).named(name);
      case DATE ->
          Types.optional(PrimitiveTypeName.INT32).as(LogicalTypeAnnotation.dateType()).named(name);
      case TEXT ->
          Types.optional(PrimitiveTypeName.BINARY)
              .as(LogicalTypeAnnotation.stringType())
              .named(name);
      case DOUBLES ->
          Types.optionalList()
              .element(Types.required(PrimitiveTypeName.DOUBLE).named(ELEMENT))
              .named(name);
    };
  }

  /** Adds a value to a row. */
  void add(Object value, Group row) {
    switch (kind) {
      case LONG -> row.add(name, (long) (Long) value);
      case DOUBLE -> row.add(name, (double) (Double) value);
      case BOOLEAN -> row.add(name, (boolean) (Boolean) value);
      case DATE -> row.add(name, (int) ((LocalDate) value).toEpochDay());
      case TEXT -> row.add(name, value.toString());
      case DOUBLES -> {
        Group list = row.addGroup(name);
        for (double each : (double[]) value) {
          list.addGroup(LIST).add(ELEMENT, each);
        }
      }
    }
  }
}
