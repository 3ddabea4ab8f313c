package io.credence.parquet;

import org.apache.parquet.example.data.Group;
import org.apache.parquet.io.api.RecordConsumer;
import org.apache.parquet.schema.GroupType;
import org.apache.parquet.schema.Type;

/** Gives the fields of a row to a consumer, value by value, as they were read. */
final class GroupEmitter {

  private final RecordConsumer out;

  GroupEmitter(RecordConsumer out) {
    this.out = out;
  }

  void emit(Group group, GroupType type) {
    for (int field = 0; field < type.getFieldCount(); field++) {
      int count = group.getFieldRepetitionCount(field);
      if (count > 0) {
        Type fieldType = type.getType(field);
        out.startField(fieldType.getName(), field);
        emitField(group, field, count, fieldType);
        out.endField(fieldType.getName(), field);
      }
    }
  }

  private void emitField(Group group, int field, int count, Type type) {
    for (int index = 0; index < count; index++) {
      if (type.isPrimitive()) {
        group.writeValue(field, index, out);
      } else {
        out.startGroup();
        emit(group.getGroup(field, index), type.asGroupType());
        out.endGroup();
      }
    }
  }
}
