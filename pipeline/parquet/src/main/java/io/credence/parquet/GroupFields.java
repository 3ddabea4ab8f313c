package io.credence.parquet;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.apache.parquet.example.data.Group;
import org.apache.parquet.schema.GroupType;
import org.apache.parquet.schema.MessageType;
import org.apache.parquet.schema.Type;
import org.jspecify.annotations.Nullable;

/**
 * Takes top-level fields of a row as plain Java values: where rows meet scoring. Fields are asked
 * for by their position in the list of names given to {@link #of}. Immutable and thread-safe.
 */
public final class GroupFields {

  private static final int ABSENT = -1;

  private final int[] positions;
  private final PrimitiveValue[] values;

  private GroupFields(int[] positions, PrimitiveValue[] values) {
    this.positions = positions;
    this.values = values;
  }

  /**
   * Looks the names up in a schema. A name that the schema lacks is no error here: its value is
   * null in every row.
   */
  public static GroupFields of(MessageType schema, List<String> names) {
    int[] positions = new int[names.size()];
    List<PrimitiveValue> values = new ArrayList<>();
    for (int i = 0; i < positions.length; i++) {
      String name = names.get(i);
      positions[i] = schema.containsField(name) ? schema.getFieldIndex(name) : ABSENT;
      values.add(positions[i] == ABSENT ? Group::getBinary : value(schema, positions[i]));
    }
    return new GroupFields(positions, values.toArray(PrimitiveValue[]::new));
  }

  private static PrimitiveValue value(GroupType schema, int position) {
    Type type = schema.getType(position);
    if (type.isRepetition(Type.Repetition.REPEATED)) {
      return (row, field, index) -> row;
    }
    if (type.isPrimitive()) {
      return PrimitiveValue.of(type.asPrimitiveType());
    }
    return ListValue.element(type)
        .map(element -> ListValue.of(type.asGroupType(), element))
        .orElse(Group::getGroup);
  }

  /**
   * The value of a field: null when the row or the schema has none, {@link Double} for floating
   * point of any width, {@link Long} for integers of any width and sign, {@link
   * java.math.BigDecimal} for decimals, {@link String} for strings, enums, JSON and UUIDs, {@link
   * Boolean}. An unsigned integer beyond a long is a {@link java.math.BigInteger}. A list of single
   * values is a {@link List}. Everything else is an object of another class, whose {@code toString}
   * a person can read for dates and times.
   */
  public @Nullable Object value(Group row, int field) {
    if (isNull(row, field)) {
      return null;
    }
    Object value = values[field].read(row, positions[field], 0);
    if (value instanceof Float single) {
      return single.doubleValue();
    }
    return value instanceof UUID uuid ? uuid.toString() : value;
  }

  /** Whether the row has no value in a field. */
  public boolean isNull(Group row, int field) {
    return positions[field] == ABSENT || row.getFieldRepetitionCount(positions[field]) == 0;
  }
}
