package io.credence.aggregate;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.temporal.Temporal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What the records of a group have in common. Groups are in the order of their groupings, and those
 * of one in that of their values, where null comes first. Immutable.
 *
 * @param grouping the position of the grouping
 * @param values those of its columns: Long, Double, Boolean, LocalDate or String; null where
 *     records have none
 */
public record GroupKey(int grouping, List<@Nullable Object> values)
    implements Comparable<GroupKey> {

  public GroupKey {
    values = Collections.unmodifiableList(new ArrayList<>(values));
  }

  /**
   * The value of a column, in the form that it has in a key: a number is Long or Double, and a
   * decimal its text, as is a time; all NaN are one value, and so are 0.0 and -0.0.
   *
   * @throws IllegalArgumentException when it is none that records are grouped by
   */
  static @Nullable Object value(@Nullable Object raw) {
    if (raw == null || raw instanceof Boolean || raw instanceof LocalDate) {
      return raw;
    }
    if (raw instanceof Double || raw instanceof Float) {
      return ((Number) raw).doubleValue() + 0.0; // -0.0 + 0.0 is 0.0.
    }
    if (raw instanceof BigDecimal decimal) {
      return decimal.toPlainString();
    }
    if (raw instanceof Temporal || raw instanceof UUID) {
      return raw.toString();
    }
    if (raw instanceof Long
        || raw instanceof Integer
        || raw instanceof Short
        || raw instanceof Byte) {
      return ((Number) raw).longValue();
    }
    if (raw instanceof Number || raw instanceof CharSequence) {
      return raw.toString(); // A number is one beyond a long.
    }
    throw new IllegalArgumentException(
        "Records are grouped by numbers, texts, truth values and dates, but not by a "
            + raw.getClass().getSimpleName());
  }

  @Override
  public int compareTo(GroupKey other) {
    int order = Integer.compare(grouping, other.grouping);
    for (int i = 0; order == 0 && i < values.size(); i++) {
      order = compare(values.get(i), other.values.get(i));
    }
    return order;
  }

  private static int compare(@Nullable Object one, @Nullable Object other) {
    if (one == null || other == null) {
      return Boolean.compare(one != null, other != null);
    }
    if (one instanceof Long number && other instanceof Long second) {
      return number.compareTo(second);
    }
    if (one instanceof Double number && other instanceof Double second) {
      return number.compareTo(second);
    }
    if (one instanceof Boolean truth && other instanceof Boolean second) {
      return truth.compareTo(second);
    }
    if (one instanceof LocalDate date && other instanceof LocalDate second) {
      return date.compareTo(second);
    }
    int order = one.toString().compareTo(other.toString());
    // Records of any format may hold a number in one and a text in another.
    return order != 0 ? order : one.getClass().getName().compareTo(other.getClass().getName());
  }

  /** Writes it; equal keys are written alike. */
  public void writeTo(DataOutput out) throws IOException {
    out.writeInt(grouping);
    out.writeInt(values.size());
    for (Object value : values) {
      if (value == null) {
        out.writeByte('0');
      } else if (value instanceof Long number) {
        out.writeByte('i');
        out.writeLong(number);
      } else if (value instanceof Double number) {
        out.writeByte('d');
        out.writeDouble(number);
      } else if (value instanceof Boolean truth) {
        out.writeByte(truth ? 't' : 'f');
      } else if (value instanceof LocalDate date) {
        out.writeByte('e');
        out.writeLong(date.toEpochDay());
      } else {
        byte[] utf8 = value.toString().getBytes(StandardCharsets.UTF_8);
        out.writeByte('s');
        out.writeInt(utf8.length);
        out.write(utf8);
      }
    }
  }

  /** Reads what {@link #writeTo} wrote. */
  public static GroupKey readFrom(DataInput in) throws IOException {
    int grouping = in.readInt();
    List<@Nullable Object> values = new ArrayList<>();
    for (int left = in.readInt(); left > 0; left--) {
      values.add(readValue(in));
    }
    return new GroupKey(grouping, values);
  }

  private static @Nullable Object readValue(DataInput in) throws IOException {
    byte kind = in.readByte();
    return switch (kind) {
      case '0' -> null;
      case 'i' -> in.readLong();
      case 'd' -> in.readDouble();
      case 't' -> true;
      case 'f' -> false;
      case 'e' -> LocalDate.ofEpochDay(in.readLong());
      case 's' -> {
        byte[] utf8 = new byte[in.readInt()];
        in.readFully(utf8);
        yield new String(utf8, StandardCharsets.UTF_8);
      }
      default -> throw new IOException("These bytes are no key of a group");
    };
  }
}
