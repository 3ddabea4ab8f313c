package io.credence.parquet;

import java.util.List;
import org.apache.parquet.schema.ColumnOrder;
import org.apache.parquet.schema.GroupType;
import org.apache.parquet.schema.LogicalTypeAnnotation;
import org.apache.parquet.schema.MessageType;
import org.apache.parquet.schema.PrimitiveType;
import org.apache.parquet.schema.Type;
import org.apache.parquet.schema.Types;

/**
 * The order by which the least and greatest of a column of floating point were found: that of its
 * type, or since Parquet 2.13 IEEE 754's total order. It says nothing of the values.
 */
final class FloatOrder {

  private FloatOrder() {}

  /**
   * As written: many readers know no other order, and would ignore the statistics of the column.
   */
  static MessageType written(MessageType schema) {
    return with(ColumnOrder.typeDefined(), schema);
  }

  /** As compared and shown: two files are alike even where tools of other ages wrote them. */
  static MessageType compared(MessageType schema) {
    return with(ColumnOrder.ieee754TotalOrder(), schema);
  }

  private static MessageType with(ColumnOrder order, MessageType schema) {
    return new MessageType(schema.getName(), fields(order, schema));
  }

  private static List<Type> fields(ColumnOrder order, GroupType group) {
    return group.getFields().stream().map(field -> field(order, field)).toList();
  }

  private static Type field(ColumnOrder order, Type field) {
    if (!field.isPrimitive()) {
      return field.asGroupType().withNewFields(fields(order, field.asGroupType()));
    }
    PrimitiveType type = field.asPrimitiveType();
    return isFloat(type) && !type.columnOrder().equals(order) ? ordered(order, type) : type;
  }

  private static boolean isFloat(PrimitiveType type) {
    LogicalTypeAnnotation annotation = type.getLogicalTypeAnnotation();
    return switch (type.getPrimitiveTypeName()) {
      case FLOAT, DOUBLE -> annotation == null;
      default -> LogicalTypeAnnotation.float16Type().equals(annotation);
    };
  }

  private static PrimitiveType ordered(ColumnOrder order, PrimitiveType type) {
    PrimitiveType ordered =
        Types.primitive(type.getPrimitiveTypeName(), type.getRepetition())
            .length(type.getTypeLength())
            .as(type.getLogicalTypeAnnotation())
            .columnOrder(order)
            .named(type.getName());
    return type.getId() == null ? ordered : ordered.withId(type.getId().intValue());
  }
}
