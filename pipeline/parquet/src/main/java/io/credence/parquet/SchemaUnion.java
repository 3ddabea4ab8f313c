package io.credence.parquet;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.BinaryOperator;
import org.apache.parquet.schema.GroupType;
import org.apache.parquet.schema.LogicalTypeAnnotation.UnknownLogicalTypeAnnotation;
import org.apache.parquet.schema.MessageType;
import org.apache.parquet.schema.Type;
import org.apache.parquet.schema.Type.Repetition;
import org.apache.parquet.schema.Types;

/**
 * One schema for files that differ in this alone: where some say what type a column, an element or
 * a field has, others had only nulls there, and say that its type is unknown.
 */
public final class SchemaUnion {

  private final MessageType typed;
  private final MessageType all;

  private SchemaUnion(MessageType typed, MessageType all) {
    this.typed = typed;
    this.all = all;
  }

  /** Whether rows of both types can be rows of one; which of them comes first is all the same. */
  public static boolean fit(Type a, Type b) {
    if (isNull(a) || isNull(b)) {
      return sameField(a, b)
          && !a.isRepetition(Repetition.REPEATED)
          && !b.isRepetition(Repetition.REPEATED);
    }
    if (a.isPrimitive() || b.isPrimitive()) {
      return a.equals(b);
    }
    return sameField(a, b)
        && a.isRepetition(b.getRepetition())
        && Objects.equals(a.getLogicalTypeAnnotation(), b.getLogicalTypeAnnotation())
        && fieldsFit(a.asGroupType(), b.asGroupType());
  }

  /** Whether files of both schemas can be files of one. */
  public static boolean fit(MessageType a, MessageType b) {
    return fieldsFit(a, b);
  }

  /** Whether files of this schema, one of those that were given, fit all others. */
  public boolean fits(MessageType schema) {
    return fieldsFit(typed, schema);
  }

  /** The schema of all files that fit. What is unknown in one of them is optional. */
  public MessageType schema() {
    return all;
  }

  private static boolean fieldsFit(GroupType a, GroupType b) {
    if (a.getFieldCount() != b.getFieldCount()) {
      return false;
    }
    for (int i = 0; i < a.getFieldCount(); i++) {
      if (!fit(a.getType(i), b.getType(i))) {
        return false;
      }
    }
    return true;
  }

  /**
   * Looks for the schema of all files.
   *
   * @param schemas of the files, one at least
   */
  public static SchemaUnion of(List<MessageType> schemas) {
    MessageType typed = schemas.get(0);
    for (MessageType schema : schemas) {
      typed = message(typed, schema, SchemaUnion::typed);
    }
    MessageType all = typed;
    for (MessageType schema : schemas) {
      all = message(all, schema, SchemaUnion::loose);
    }
    return new SchemaUnion(typed, all);
  }

  private static MessageType message(MessageType a, MessageType b, BinaryOperator<Type> merge) {
    return !sameNames(a, b) ? a : new MessageType(a.getName(), fields(a, b, merge));
  }

  private static List<Type> fields(GroupType a, GroupType b, BinaryOperator<Type> merge) {
    List<Type> fields = new ArrayList<>();
    for (int i = 0; i < a.getFieldCount(); i++) {
      fields.add(merge.apply(a.getType(i), b.getType(i)));
    }
    return fields;
  }

  /** The one that says more. */
  private static Type typed(Type a, Type b) {
    return isNull(a) ? b : inner(a, b, SchemaUnion::typed);
  }

  /** The first, with room for nulls where the other has nothing but nulls. */
  private static Type loose(Type a, Type b) {
    if (!isNull(b)) {
      return inner(a, b, SchemaUnion::loose);
    }
    return a.isRepetition(Repetition.REQUIRED) ? optional(a) : a;
  }

  private static Type inner(Type a, Type b, BinaryOperator<Type> merge) {
    return a.isPrimitive() || b.isPrimitive() || !sameNames(a.asGroupType(), b.asGroupType())
        ? a
        : a.asGroupType().withNewFields(fields(a.asGroupType(), b.asGroupType(), merge));
  }

  private static Type optional(Type type) {
    Type optional =
        type.isPrimitive()
            ? Types.primitive(type.asPrimitiveType().getPrimitiveTypeName(), Repetition.OPTIONAL)
                .length(type.asPrimitiveType().getTypeLength())
                .as(type.getLogicalTypeAnnotation())
                .columnOrder(type.asPrimitiveType().columnOrder())
                .named(type.getName())
            : Types.optionalGroup()
                .as(type.getLogicalTypeAnnotation())
                .addFields(type.asGroupType().getFields().toArray(new Type[0]))
                .named(type.getName());
    return type.getId() == null ? optional : optional.withId(type.getId().intValue());
  }

  private static boolean sameNames(GroupType a, GroupType b) {
    if (a.getFieldCount() != b.getFieldCount()) {
      return false;
    }
    for (int i = 0; i < a.getFieldCount(); i++) {
      if (!a.getFieldName(i).equals(b.getFieldName(i))) {
        return false;
      }
    }
    return true;
  }

  private static boolean sameField(Type a, Type b) {
    return a.getName().equals(b.getName()) && Objects.equals(a.getId(), b.getId());
  }

  /** Whether a field can hold nothing but nulls. */
  static boolean isNull(Type type) {
    return type.isPrimitive()
        && type.isRepetition(Repetition.OPTIONAL)
        && type.getLogicalTypeAnnotation() instanceof UnknownLogicalTypeAnnotation;
  }
}
