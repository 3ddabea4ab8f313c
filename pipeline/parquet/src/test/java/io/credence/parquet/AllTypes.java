package io.credence.parquet;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.List;
import org.apache.parquet.example.data.Group;
import org.apache.parquet.example.data.simple.SimpleGroup;
import org.apache.parquet.io.api.Binary;
import org.apache.parquet.schema.MessageType;
import org.apache.parquet.schema.MessageTypeParser;

/** A schema with every type that Parquet has, and rows of it. */
public final class AllTypes {

  public static final MessageType SCHEMA =
      MessageTypeParser.parseMessageType(
          """
          message anything {
            required boolean flag;
            optional int32 plain = 7;
            optional int32 i8 (INTEGER(8,true));
            optional int32 u8 (INTEGER(8,false));
            optional int32 u32 (INTEGER(32,false));
            optional int64 u64 (INTEGER(64,false));
            optional int64 long;
            optional float single;
            optional double number;
            optional fixed_len_byte_array(2) half (FLOAT16);
            optional int32 d9 (DECIMAL(9,2));
            optional int64 d18 (DECIMAL(18,3));
            optional fixed_len_byte_array(9) d20 (DECIMAL(20,4));
            optional binary dany (DECIMAL(30,5));
            optional int32 date (DATE);
            optional int32 tmillis (TIME(MILLIS,true));
            optional int64 tmicros (TIME(MICROS,false));
            optional int64 tnanos (TIME(NANOS,false));
            optional int64 millis (TIMESTAMP(MILLIS,true));
            optional int64 micros (TIMESTAMP(MICROS,false));
            optional int64 nanos (TIMESTAMP(NANOS,true));
            optional int96 old;
            optional binary text (STRING);
            optional binary choice (ENUM);
            optional binary json (JSON);
            optional binary bson (BSON);
            optional binary bytes;
            optional fixed_len_byte_array(3) fixed;
            optional fixed_len_byte_array(16) uuid (UUID);
            optional fixed_len_byte_array(12) interval (INTERVAL);
            repeated int32 bare;
            optional group list (LIST) { repeated group list { optional int32 element; } }
            optional group two (LIST) { repeated int32 array; }
            optional group nested (LIST) {
              repeated group list {
                optional group element (LIST) { repeated group list { optional binary element (STRING); } }
              }
            }
            optional group map (MAP) {
              repeated group key_value { required binary key (STRING); optional double value; }
            }
            optional group pairs (MAP) {
              repeated group key_value { required int32 key; optional group value { optional int32 a; } }
            }
            optional group struct { required int32 a; optional group b { optional binary c (STRING); } }
          }
          """);

  private AllTypes() {}

  /** Rows that are full, empty, and different from each other. */
  public static List<Group> rows(int count) {
    List<Group> rows = new ArrayList<>();
    for (int row = 0; row < count; row++) {
      Group group = new SimpleGroup(SCHEMA);
      group.append("flag", row % 2 == 0);
      if (row % 3 != 2) {
        fillNumbers(group, row);
        fillTimes(group, row);
        fillBytes(group, row);
        fillNested(group, row);
      }
      rows.add(group);
    }
    return rows;
  }

  private static void fillNumbers(Group group, int row) {
    group.append("plain", row).append("i8", -row).append("u8", 200 + row % 50);
    group.append("u32", -1 - row).append("u64", -1L - row).append("long", 1L << 40 | row);
    group.append("single", row / 10f).append("number", row == 1 ? Double.NaN : row / 10.0);
    group.append("half", Binary.fromConstantByteArray(new byte[] {(byte) row, 0x3c}));
    group.append("d9", -12345 - row).append("d18", 1_000_001L + row);
    group.append(
        "d20", Binary.fromConstantByteArray(new byte[] {-1, -1, -1, -1, -1, -1, -1, -1, -2}));
    group.append("dany", Binary.fromConstantByteArray(new byte[] {1, 0, 0}));
  }

  private static void fillTimes(Group group, int row) {
    group.append("date", 19_000 + row).append("tmillis", 3_723_004).append("tmicros", 1L + row);
    group.append("tnanos", 86_399_999_999_999L).append("millis", -1L - row);
    group.append("micros", 1_700_000_000_000_001L + row);
    group.append("nanos", 1_700_000_000_000_000_001L + row);
    ByteBuffer old = ByteBuffer.allocate(12).order(ByteOrder.LITTLE_ENDIAN);
    old.putLong(1_000L + row).putInt(2_440_589);
    group.append("old", Binary.fromConstantByteArray(old.array()));
  }

  private static void fillBytes(Group group, int row) {
    group
        .append("text", "größe " + row)
        .append("choice", "A")
        .append("json", "{\"a\":" + row + "}");
    group.append("bson", Binary.fromConstantByteArray(new byte[] {5, 0, 0, 0, 0}));
    group.append("bytes", Binary.fromConstantByteArray(new byte[] {0, -1, (byte) row}));
    group.append("fixed", Binary.fromConstantByteArray(new byte[] {1, 2, (byte) row}));
    group.append("uuid", Binary.fromConstantByteArray(new byte[16]));
    ByteBuffer interval = ByteBuffer.allocate(12).order(ByteOrder.LITTLE_ENDIAN);
    interval.putInt(1).putInt(2).putInt(-1);
    group.append("interval", Binary.fromConstantByteArray(interval.array()));
  }

  private static void fillNested(Group group, int row) {
    group.append("bare", row).append("bare", row + 1);
    Group list = group.addGroup("list");
    list.addGroup("list").append("element", row);
    list.addGroup("list");
    group.addGroup("two").append("array", row).append("array", 8);
    Group nested = group.addGroup("nested");
    nested.addGroup("list").addGroup("element").addGroup("list").append("element", "deep");
    nested.addGroup("list");
    Group map = group.addGroup("map");
    map.addGroup("key_value").append("key", "a b").append("value", row / 4.0);
    map.addGroup("key_value").append("key", "none");
    group
        .addGroup("pairs")
        .addGroup("key_value")
        .append("key", row)
        .addGroup("value")
        .append("a", 1);
    group.addGroup("struct").append("a", row).addGroup("b").append("c", "x");
  }
}
