package io.credence.parquet;

import com.google.flatbuffers.FlatBufferBuilder;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import org.apache.arrow.flatbuf.Bool;
import org.apache.arrow.flatbuf.Field;
import org.apache.arrow.flatbuf.FloatingPoint;
import org.apache.arrow.flatbuf.Int;
import org.apache.arrow.flatbuf.KeyValue;
import org.apache.arrow.flatbuf.Message;
import org.apache.arrow.flatbuf.MessageHeader;
import org.apache.arrow.flatbuf.MetadataVersion;
import org.apache.arrow.flatbuf.Precision;
import org.apache.arrow.flatbuf.Schema;
import org.apache.arrow.flatbuf.Utf8;
import org.apache.parquet.schema.GroupType;
import org.apache.parquet.schema.LogicalTypeAnnotation.ListLogicalTypeAnnotation;
import org.apache.parquet.schema.LogicalTypeAnnotation.StringLogicalTypeAnnotation;
import org.apache.parquet.schema.Type;
import org.apache.parquet.schema.Type.Repetition;
import org.jspecify.annotations.Nullable;

/**
 * The entry by which Arrow finds what Parquet has no types for: durations, categories, names of
 * time zones, extension types. It is a schema in Arrow's own format, a FlatBuffer, of which tables
 * may lie anywhere: so the input's fields stay as they lie, to the bit, and a new list names them
 * and those that are appended.
 */
final class ArrowEntry {

  /** What begins an encapsulated message since Arrow 0.15. */
  private static final int CONTINUATION = -1;

  private static final int ALIGNMENT = 8;

  /** Of tables of Arrow, the position of a field among those that the table may have. */
  private static final int HEADER_OF_MESSAGE = 2;

  private static final int FIELDS_OF_SCHEMA = 1;
  private static final int NO_OFFSET = 0;

  private final ByteBuffer old;
  private final FlatBufferBuilder out = new FlatBufferBuilder();

  private ArrowEntry(ByteBuffer old) {
    this.old = old;
  }

  /**
   * The entry with the fields of an output; null when it is none, or of other fields, or has no
   * word for what became of a field that it says is null.
   *
   * @param output the file's own fields, and those that are appended
   * @param entries what else the footer says: Arrow believes that it is all said here, too
   */
  static @Nullable String mended(
      String entry, List<Type> own, List<Type> output, Map<String, String> entries) {
    try {
      ByteBuffer message = message(Base64.getDecoder().decode(entry));
      return isOf(message, own) && isTold(own, output)
          ? new ArrowEntry(message).with(own, output, entries)
          : null;
    } catch (IllegalArgumentException | IndexOutOfBoundsException e) {
      return null; // It is text of any origin.
    }
  }

  private static ByteBuffer message(byte[] encapsulated) {
    ByteBuffer bytes = ByteBuffer.wrap(encapsulated).order(ByteOrder.LITTLE_ENDIAN);
    int start = bytes.getInt(0) == CONTINUATION ? 2 * Integer.BYTES : Integer.BYTES;
    int length = bytes.getInt(start - Integer.BYTES);
    ByteBuffer message = bytes.slice(start, length);
    // Its end becomes an end of the new one, so that all within keeps its alignment.
    int padded = (length + ALIGNMENT - 1) / ALIGNMENT * ALIGNMENT;
    ByteBuffer copy = ByteBuffer.allocate(padded).order(ByteOrder.LITTLE_ENDIAN);
    copy.put(message);
    return copy.rewind();
  }

  private static boolean isOf(ByteBuffer bytes, List<Type> own) {
    Message message = Message.getRootAsMessage(bytes);
    if (message.headerType() != MessageHeader.Schema
        || !(message.header(new Schema()) instanceof Schema schema)
        || schema.endianness() != 0
        || schema.fieldsLength() != own.size()) {
      return false;
    }
    for (int i = 0; i < own.size(); i++) {
      if (!own.get(i).getName().equals(schema.fields(i).name())) {
        return false;
      }
    }
    return true;
  }

  private static boolean isTold(List<Type> own, List<Type> output) {
    for (int i = 0; i < own.size(); i++) {
      if (isOther(own.get(i), output.get(i)) && !isPlain(output.get(i))) {
        return false;
      }
    }
    return true;
  }

  /** Orders of numbers are none of Arrow's business, and a file alone has its own types. */
  private static boolean isOther(Type own, Type output) {
    return !own.equals(output) && !own.toString().equals(output.toString());
  }

  /** Whether {@link #field(Type)} knows the type. */
  private static boolean isPlain(Type type) {
    if (!type.isPrimitive()) {
      return isList(type.asGroupType()) && isPlain(element(type));
    }
    if (type.getLogicalTypeAnnotation() != null) {
      return type.getLogicalTypeAnnotation() instanceof StringLogicalTypeAnnotation;
    }
    return switch (type.asPrimitiveType().getPrimitiveTypeName()) {
      case DOUBLE, BOOLEAN, INT64 -> true;
      default -> false;
    };
  }

  /** Whether a list has the standard three levels. */
  private static boolean isList(GroupType type) {
    return type.getLogicalTypeAnnotation() instanceof ListLogicalTypeAnnotation
        && type.getFieldCount() == 1
        && !type.getType(0).isPrimitive()
        && type.getType(0).asGroupType().getFieldCount() == 1
        && !type.getType(0).asGroupType().getType(0).isRepetition(Repetition.REPEATED);
  }

  private static Type element(Type list) {
    return list.asGroupType().getType(0).asGroupType().getType(0);
  }

  private String with(List<Type> own, List<Type> output, Map<String, String> entries) {
    out.createUnintializedVector(1, old.capacity(), ALIGNMENT).put(old.duplicate().rewind());
    int start = out.endVector() - Integer.BYTES;
    List<Integer> offsets = new ArrayList<>();
    List<Integer> positions = fields(own.size());
    for (int i = 0; i < output.size(); i++) {
      boolean kept = i < own.size() && !isOther(own.get(i), output.get(i));
      offsets.add(kept ? start - positions.get(i) : field(output.get(i)));
    }
    int fields = Schema.createFieldsVector(out, offsets.stream().mapToInt(i -> i).toArray());
    int[] said =
        entries.entrySet().stream()
            .mapToInt(
                entry ->
                    KeyValue.createKeyValue(
                        out, out.createString(entry.getKey()), out.createString(entry.getValue())))
            .toArray();
    int metadata = Schema.createCustomMetadataVector(out, said);
    int schema = Schema.createSchema(out, (short) 0, fields, metadata, NO_OFFSET);
    out.finish(
        Message.createMessage(out, MetadataVersion.V5, MessageHeader.Schema, schema, 0, NO_OFFSET));
    return encapsulated(out.sizedByteArray());
  }

  /** Where the tables of the fields lie. */
  private List<Integer> fields(int count) {
    int vector = target(field(target(field(target(0), HEADER_OF_MESSAGE)), FIELDS_OF_SCHEMA));
    List<Integer> positions = new ArrayList<>();
    for (int i = 1; i <= count; i++) {
      positions.add(target(vector + i * Integer.BYTES));
    }
    return positions;
  }

  private int target(int offset) {
    return offset + old.getInt(offset);
  }

  private int field(int table, int slot) {
    int slots = table - old.getInt(table);
    return table + old.getShort(slots + (2 + slot) * Short.BYTES);
  }

  private int field(Type type) {
    int name = out.createString(type.getName());
    boolean nullable = type.isRepetition(Repetition.OPTIONAL);
    if (!type.isPrimitive()) {
      int element = field(element(type));
      int children = Field.createChildrenVector(out, new int[] {element});
      org.apache.arrow.flatbuf.List.startList(out);
      int list = org.apache.arrow.flatbuf.List.endList(out);
      return field(name, nullable, org.apache.arrow.flatbuf.Type.List, list, children);
    }
    int children = Field.createChildrenVector(out, new int[0]);
    if (type.getLogicalTypeAnnotation() instanceof StringLogicalTypeAnnotation) {
      Utf8.startUtf8(out);
      int text = Utf8.endUtf8(out);
      return field(name, nullable, org.apache.arrow.flatbuf.Type.Utf8, text, children);
    }
    return switch (type.asPrimitiveType().getPrimitiveTypeName()) {
      case DOUBLE -> {
        int number = FloatingPoint.createFloatingPoint(out, Precision.DOUBLE);
        yield field(name, nullable, org.apache.arrow.flatbuf.Type.FloatingPoint, number, children);
      }
      case BOOLEAN -> {
        Bool.startBool(out);
        int truth = Bool.endBool(out);
        yield field(name, nullable, org.apache.arrow.flatbuf.Type.Bool, truth, children);
      }
      case INT64 -> {
        int number = Int.createInt(out, Long.SIZE, true);
        yield field(name, nullable, org.apache.arrow.flatbuf.Type.Int, number, children);
      }
      default -> throw new IllegalStateException("no column is appended of type " + type);
    };
  }

  private int field(int name, boolean nullable, byte kind, int type, int children) {
    return Field.createField(out, name, nullable, kind, type, NO_OFFSET, children, NO_OFFSET);
  }

  private static String encapsulated(byte[] message) {
    int padded = (message.length + ALIGNMENT - 1) / ALIGNMENT * ALIGNMENT;
    ByteBuffer bytes = ByteBuffer.allocate(ALIGNMENT + padded).order(ByteOrder.LITTLE_ENDIAN);
    bytes.putInt(CONTINUATION).putInt(padded).put(message);
    return Base64.getEncoder().encodeToString(bytes.array());
  }
}
