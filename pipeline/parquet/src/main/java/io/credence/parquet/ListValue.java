package io.credence.parquet;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.apache.parquet.example.data.Group;
import org.apache.parquet.schema.GroupType;
import org.apache.parquet.schema.PrimitiveType;
import org.apache.parquet.schema.Type;
import org.jspecify.annotations.Nullable;

/** Lists of single values, as a feature that is a vector has them. */
final class ListValue {

  private ListValue() {}

  /** The type of the elements; empty where a field is no list of single values. */
  static Optional<PrimitiveType> element(Type field) {
    if (field.isPrimitive()
        || field.isRepetition(Type.Repetition.REPEATED)
        || !NestedJson.isList(field.asGroupType())) {
      return Optional.empty();
    }
    GroupType list = field.asGroupType();
    Type element =
        NestedJson.isWrapped(list) ? list.getType(0).asGroupType().getType(0) : list.getType(0);
    return element.isPrimitive() ? Optional.of(element.asPrimitiveType()) : Optional.empty();
  }

  /** Reads a list with such elements; one that is null stays null. */
  static PrimitiveValue of(GroupType list, PrimitiveType element) {
    boolean wrapped = NestedJson.isWrapped(list);
    PrimitiveValue value = PrimitiveValue.of(element);
    return (row, field, index) -> read(row.getGroup(field, index), wrapped, value);
  }

  private static List<@Nullable Object> read(Group list, boolean wrapped, PrimitiveValue value) {
    int size = list.getFieldRepetitionCount(0);
    List<@Nullable Object> elements = new ArrayList<>(size);
    for (int i = 0; i < size; i++) {
      if (!wrapped) {
        elements.add(value.read(list, 0, i));
        continue;
      }
      Group wrapper = list.getGroup(0, i);
      elements.add(wrapper.getFieldRepetitionCount(0) == 0 ? null : value.read(wrapper, 0, 0));
    }
    return Collections.unmodifiableList(elements);
  }
}
