package io.credence.parquet;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.parquet.example.data.Group;
import org.apache.parquet.schema.GroupType;
import org.apache.parquet.schema.Type;

/**
 * The fields of which a file says that they are all null, and to which an output gives a type. A
 * value in one of them would be of another type than the output says.
 */
final class NullFields {

  private final List<Integer> nulls = new ArrayList<>();
  private final List<Within> groups = new ArrayList<>();
  private final GroupType file;

  private record Within(int field, NullFields fields) {}

  private NullFields(GroupType file, GroupType output) {
    this.file = file;
    for (int i = 0; i < file.getFieldCount(); i++) {
      Type own = file.getType(i);
      Type given = output.getType(i);
      if (SchemaUnion.isNull(own) && !SchemaUnion.isNull(given)) {
        nulls.add(i);
      } else if (!own.isPrimitive()) {
        NullFields inner = new NullFields(own.asGroupType(), given.asGroupType());
        if (!inner.isEmpty()) {
          groups.add(new Within(i, inner));
        }
      }
    }
  }

  /** Those of a file, whose output has the same fields. */
  static NullFields of(GroupType file, GroupType output) {
    return new NullFields(file, output);
  }

  private boolean isEmpty() {
    return nulls.isEmpty() && groups.isEmpty();
  }

  /** Requires that a row has no value in any of them. */
  void check(Group row) throws IOException {
    for (int field : nulls) {
      if (row.getFieldRepetitionCount(field) > 0) {
        throw new IOException(
            "its column %s has a value, but the file says that it has none"
                .formatted(file.getFieldName(field)));
      }
    }
    for (Within group : groups) {
      for (int i = 0; i < row.getFieldRepetitionCount(group.field()); i++) {
        group.fields().check(row.getGroup(group.field(), i));
      }
    }
  }
}
