package io.credence.parquet;

import org.apache.parquet.example.data.Group;
import org.apache.parquet.schema.LogicalTypeAnnotation;
import org.apache.parquet.schema.LogicalTypeAnnotation.DateLogicalTypeAnnotation;
import org.apache.parquet.schema.LogicalTypeAnnotation.DecimalLogicalTypeAnnotation;
import org.apache.parquet.schema.LogicalTypeAnnotation.EnumLogicalTypeAnnotation;
import org.apache.parquet.schema.LogicalTypeAnnotation.Float16LogicalTypeAnnotation;
import org.apache.parquet.schema.LogicalTypeAnnotation.IntLogicalTypeAnnotation;
import org.apache.parquet.schema.LogicalTypeAnnotation.IntervalLogicalTypeAnnotation;
import org.apache.parquet.schema.LogicalTypeAnnotation.JsonLogicalTypeAnnotation;
import org.apache.parquet.schema.LogicalTypeAnnotation.StringLogicalTypeAnnotation;
import org.apache.parquet.schema.LogicalTypeAnnotation.TimeLogicalTypeAnnotation;
import org.apache.parquet.schema.LogicalTypeAnnotation.TimestampLogicalTypeAnnotation;
import org.apache.parquet.schema.LogicalTypeAnnotation.UUIDLogicalTypeAnnotation;
import org.apache.parquet.schema.PrimitiveType;

/**
 * Reads one value of a primitive field as the Java value that its annotation means:
 *
 * <ul>
 *   <li>Boolean; Long for integers of any width, BigInteger for unsigned ones beyond it; Float
 *       (half precision too), Double; BigDecimal;
 *   <li>String for strings, enums and JSON; UUID;
 *   <li>LocalDate; LocalTime, LocalDateTime; OffsetTime and Instant where the file says UTC;
 *   <li>{@link Interval}; Binary for all other bytes.
 * </ul>
 *
 * <p>A value that its annotation does not allow, such as a time of 25 hours, is given as it lies in
 * the file: Long or Binary.
 */
@FunctionalInterface
interface PrimitiveValue {

  Object read(Group row, int field, int index);

  /** The reader for a type. */
  static PrimitiveValue of(PrimitiveType type) {
    LogicalTypeAnnotation meaning = type.getLogicalTypeAnnotation();
    return switch (type.getPrimitiveTypeName()) {
      case BOOLEAN -> Group::getBoolean;
      case FLOAT -> Group::getFloat;
      case DOUBLE -> Group::getDouble;
      case INT32 -> int32(meaning);
      case INT64 -> int64(meaning);
      case INT96 -> (row, field, index) -> Bytes.int96(row.getInt96(field, index));
      case BINARY, FIXED_LEN_BYTE_ARRAY -> bytes(meaning);
    };
  }

  private static PrimitiveValue int32(LogicalTypeAnnotation meaning) {
    if (meaning instanceof IntLogicalTypeAnnotation integer && !integer.isSigned()) {
      return (row, field, index) -> Integer.toUnsignedLong(row.getInteger(field, index));
    }
    IntegerMeaning integer = integer(meaning);
    return (row, field, index) -> integer.of(row.getInteger(field, index));
  }

  private static PrimitiveValue int64(LogicalTypeAnnotation meaning) {
    IntegerMeaning integer = integer(meaning);
    return (row, field, index) -> integer.of(row.getLong(field, index));
  }

  private static IntegerMeaning integer(LogicalTypeAnnotation meaning) {
    if (meaning instanceof DecimalLogicalTypeAnnotation decimal) {
      return IntegerMeaning.decimal(decimal.getScale());
    } else if (meaning instanceof DateLogicalTypeAnnotation) {
      return IntegerMeaning.DATE;
    } else if (meaning instanceof TimeLogicalTypeAnnotation time) {
      return IntegerMeaning.time(time.getUnit(), time.isAdjustedToUTC());
    } else if (meaning instanceof TimestampLogicalTypeAnnotation timestamp) {
      return IntegerMeaning.timestamp(timestamp.getUnit(), timestamp.isAdjustedToUTC());
    } else if (meaning instanceof IntLogicalTypeAnnotation integer && !integer.isSigned()) {
      return IntegerMeaning.UNSIGNED;
    }
    return IntegerMeaning.NUMBER;
  }

  private static PrimitiveValue bytes(LogicalTypeAnnotation meaning) {
    if (meaning instanceof StringLogicalTypeAnnotation
        || meaning instanceof EnumLogicalTypeAnnotation
        || meaning instanceof JsonLogicalTypeAnnotation) {
      return (row, field, index) -> row.getBinary(field, index).toStringUsingUTF8();
    } else if (meaning instanceof DecimalLogicalTypeAnnotation decimal) {
      int scale = decimal.getScale();
      return (row, field, index) -> Bytes.decimal(row.getBinary(field, index), scale);
    } else if (meaning instanceof Float16LogicalTypeAnnotation) {
      return (row, field, index) -> Bytes.float16(row.getBinary(field, index));
    } else if (meaning instanceof UUIDLogicalTypeAnnotation) {
      return (row, field, index) -> Bytes.uuid(row.getBinary(field, index));
    } else if (meaning instanceof IntervalLogicalTypeAnnotation) {
      return (row, field, index) -> Interval.of(row.getBinary(field, index));
    }
    return Group::getBinary;
  }
}
