package io.credence.parquet;

import io.credence.score.ScoredColumn;
import java.util.ArrayList;
import java.util.List;
import org.apache.parquet.schema.LogicalTypeAnnotation;
import org.apache.parquet.schema.MessageType;
import org.apache.parquet.schema.PrimitiveType.PrimitiveTypeName;
import org.apache.parquet.schema.Type;
import org.apache.parquet.schema.Types;

/**
 * The appended columns as Parquet types. None is ever null; lists have the standard three levels.
 */
final class ScoredColumns {

  private ScoredColumns() {}

  /** The schema of rows that keep their fields and get these columns behind them. */
  static MessageType append(MessageType input, List<ScoredColumn> columns) {
    List<Type> fields = new ArrayList<>(input.getFields());
    for (ScoredColumn column : columns) {
      if (input.containsField(column.name())) {
        throw new IllegalArgumentException(
            "the input already has a column that would be appended: " + column.name());
      }
      fields.add(type(column));
    }
    return new MessageType(input.getName(), fields);
  }

  private static Type type(ScoredColumn column) {
    String name = column.name();
    return switch (column.type()) {
      case DOUBLE -> number(name);
      case DOUBLE_LIST -> list(name, number("element"));
      case LONG -> Types.required(PrimitiveTypeName.INT64).named(name);
      case STRING -> string(name);
      case STRING_LIST -> list(name, string("element"));
    };
  }

  private static Type list(String name, Type element) {
    return Types.requiredList().element(element).named(name);
  }

  private static Type number(String name) {
    return Types.required(PrimitiveTypeName.DOUBLE).named(name);
  }

  private static Type string(String name) {
    return Types.required(PrimitiveTypeName.BINARY)
        .as(LogicalTypeAnnotation.stringType())
        .named(name);
  }
}
