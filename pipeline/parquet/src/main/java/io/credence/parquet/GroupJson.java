package io.credence.parquet;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.util.function.Predicate;
import org.apache.parquet.example.data.Group;
import org.apache.parquet.schema.GroupType;
import org.apache.parquet.schema.Type;

/**
 * Writes a row as a JSON object, for people and for a second try: readable, and lossless as far as
 * JSON goes.
 *
 * <ul>
 *   <li>Integers and decimals are numbers in plain notation with all their digits; NaN and the
 *       infinities are the strings {@code "NaN"}, {@code "Infinity"} and {@code "-Infinity"}.
 *   <li>Dates, times and timestamps are ISO 8601 with full precision, with a Z where the file says
 *       UTC and none where it does not.
 *   <li>Bytes are Base64. JSON columns are strings.
 *   <li>Lists are arrays; maps are objects when their keys are strings that do not repeat, and
 *       arrays of [key, value] pairs when not. An interval is an object of months, days and millis.
 *   <li>A field without a value is null.
 * </ul>
 */
public final class GroupJson {

  private GroupJson() {}

  /** Writes one row. The generator is neither flushed nor closed. */
  public static void write(Group row, JsonGenerator out) throws IOException {
    write(row, name -> true, out);
  }

  /** Writes the fields of one row that are asked for, as {@link #write(Group, JsonGenerator)}. */
  public static void write(Group row, Predicate<String> fields, JsonGenerator out)
      throws IOException {
    GroupType type = row.getType();
    out.writeStartObject();
    for (int field = 0; field < type.getFieldCount(); field++) {
      if (fields.test(type.getFieldName(field))) {
        out.writeFieldName(type.getFieldName(field));
        writeField(row, field, out);
      }
    }
    out.writeEndObject();
  }

  /**
   * Writes a field: a value or null, or an array where the schema repeats a field without a list.
   */
  static void writeField(Group group, int field, JsonGenerator out) throws IOException {
    int count = group.getFieldRepetitionCount(field);
    if (group.getType().getType(field).isRepetition(Type.Repetition.REPEATED)) {
      out.writeStartArray();
      for (int index = 0; index < count; index++) {
        writeValue(group, field, index, out);
      }
      out.writeEndArray();
    } else if (count == 0) {
      out.writeNull();
    } else {
      writeValue(group, field, 0, out);
    }
  }

  static void writeValue(Group group, int field, int index, JsonGenerator out) throws IOException {
    Type type = group.getType().getType(field);
    if (type.isPrimitive()) {
      PrimitiveJson.write(PrimitiveValue.of(type.asPrimitiveType()).read(group, field, index), out);
    } else {
      writeGroup(group.getGroup(field, index), out);
    }
  }

  private static void writeGroup(Group group, JsonGenerator out) throws IOException {
    if (NestedJson.isMap(group.getType())) {
      NestedJson.writeMap(group, out);
    } else if (NestedJson.isList(group.getType())) {
      NestedJson.writeList(group, out);
    } else {
      write(group, out);
    }
  }
}
