package io.credence.parquet;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.util.HashSet;
import java.util.Set;
import org.apache.parquet.example.data.Group;
import org.apache.parquet.schema.GroupType;
import org.apache.parquet.schema.LogicalTypeAnnotation;
import org.apache.parquet.schema.LogicalTypeAnnotation.ListLogicalTypeAnnotation;
import org.apache.parquet.schema.LogicalTypeAnnotation.MapLogicalTypeAnnotation;
import org.apache.parquet.schema.LogicalTypeAnnotation.StringLogicalTypeAnnotation;
import org.apache.parquet.schema.Type;

/**
 * Lists and maps. Parquet nests them in a repeated group, which JSON does not show; older writers
 * left one level out, and Parquet's LogicalTypes.md says how to tell.
 */
final class NestedJson {

  private NestedJson() {}

  static boolean isList(GroupType type) {
    return type.getLogicalTypeAnnotation() instanceof ListLogicalTypeAnnotation
        && hasOneRepeated(type);
  }

  static boolean isMap(GroupType type) {
    LogicalTypeAnnotation meaning = type.getLogicalTypeAnnotation();
    return (meaning instanceof MapLogicalTypeAnnotation
            || meaning instanceof LogicalTypeAnnotation.MapKeyValueTypeAnnotation)
        && hasOneRepeated(type)
        && isEntry(type.getType(0));
  }

  private static boolean hasOneRepeated(GroupType type) {
    return type.getFieldCount() == 1 && type.getType(0).isRepetition(Type.Repetition.REPEATED);
  }

  private static boolean isEntry(Type entry) {
    return !entry.isPrimitive() && entry.asGroupType().getFieldCount() <= 2;
  }

  static void writeList(Group list, JsonGenerator out) throws IOException {
    boolean wrapped = isWrapped(list.getType());
    out.writeStartArray();
    for (int index = 0; index < list.getFieldRepetitionCount(0); index++) {
      if (wrapped) {
        GroupJson.writeField(list.getGroup(0, index), 0, out);
      } else {
        GroupJson.writeValue(list, 0, index, out);
      }
    }
    out.writeEndArray();
  }

  /** Whether the repeated group only wraps the element, rather than being the element. */
  static boolean isWrapped(GroupType list) {
    Type repeated = list.getType(0);
    return !repeated.isPrimitive()
        && repeated.asGroupType().getFieldCount() == 1
        && !repeated.asGroupType().getType(0).isRepetition(Type.Repetition.REPEATED)
        && !repeated.getName().equals("array")
        && !repeated.getName().equals(list.getName() + "_tuple");
  }

  static void writeMap(Group map, JsonGenerator out) throws IOException {
    if (hasNames(map)) {
      writeObject(map, out);
    } else {
      writePairs(map, out);
    }
  }

  /** Whether all keys are strings, and different from each other. */
  private static boolean hasNames(Group map) {
    Type key = map.getType().getType(0).asGroupType().getType(0);
    if (!(key.getLogicalTypeAnnotation() instanceof StringLogicalTypeAnnotation)) {
      return false;
    }
    Set<String> names = new HashSet<>();
    for (int index = 0; index < map.getFieldRepetitionCount(0); index++) {
      Group entry = map.getGroup(0, index);
      if (entry.getFieldRepetitionCount(0) != 1 || !names.add(entry.getString(0, 0))) {
        return false;
      }
    }
    return true;
  }

  private static void writeObject(Group map, JsonGenerator out) throws IOException {
    out.writeStartObject();
    for (int index = 0; index < map.getFieldRepetitionCount(0); index++) {
      Group entry = map.getGroup(0, index);
      out.writeFieldName(entry.getString(0, 0));
      writeMapValue(entry, out);
    }
    out.writeEndObject();
  }

  private static void writePairs(Group map, JsonGenerator out) throws IOException {
    out.writeStartArray();
    for (int index = 0; index < map.getFieldRepetitionCount(0); index++) {
      Group entry = map.getGroup(0, index);
      out.writeStartArray();
      GroupJson.writeField(entry, 0, out);
      writeMapValue(entry, out);
      out.writeEndArray();
    }
    out.writeEndArray();
  }

  /** A map without a second field is a set. */
  private static void writeMapValue(Group entry, JsonGenerator out) throws IOException {
    if (entry.getType().getFieldCount() < 2) {
      out.writeNull();
    } else {
      GroupJson.writeField(entry, 1, out);
    }
  }
}
