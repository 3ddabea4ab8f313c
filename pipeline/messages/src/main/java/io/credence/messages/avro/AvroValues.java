package io.credence.messages.avro;

import java.nio.ByteBuffer;
import java.util.List;
import java.util.function.Supplier;
import org.apache.avro.Conversion;
import org.apache.avro.Conversions;
import org.apache.avro.LogicalType;
import org.apache.avro.Schema;
import org.apache.avro.data.TimeConversions;
import org.apache.avro.generic.GenericData;
import org.apache.avro.generic.GenericFixed;

/** Avro's values as Java objects. */
final class AvroValues {

  /**
   * Decimals as numbers; dates, times and UUIDs as objects whose text a person can read. A value
   * that its logical type does not allow, such as a time of 25 hours, is given as it lies in the
   * bytes, as it is of Parquet's files.
   */
  static final GenericData CONVERTED = converted();

  private AvroValues() {}

  private static GenericData converted() {
    GenericData data = new GenericData();
    List.of(
            new Conversions.DecimalConversion(),
            new Conversions.UUIDConversion(),
            new TimeConversions.DateConversion(),
            new TimeConversions.TimeMillisConversion(),
            new TimeConversions.TimeMicrosConversion(),
            new TimeConversions.TimestampMillisConversion(),
            new TimeConversions.TimestampMicrosConversion(),
            new TimeConversions.LocalTimestampMillisConversion(),
            new TimeConversions.LocalTimestampMicrosConversion())
        .forEach(conversion -> data.addLogicalTypeConversion(new Lenient(conversion)));
    return data;
  }

  /** Leaves a value as it is where a conversion fails. */
  private static final class Lenient extends Conversion<Object> {

    private final Conversion<?> conversion;

    Lenient(Conversion<?> conversion) {
      this.conversion = conversion;
    }

    @Override
    public Class<Object> getConvertedType() {
      return Object.class;
    }

    @Override
    public String getLogicalTypeName() {
      return conversion.getLogicalTypeName();
    }

    @Override
    public Object fromInt(Integer value, Schema schema, LogicalType type) {
      return orItself(value, () -> conversion.fromInt(value, schema, type));
    }

    @Override
    public Object fromLong(Long value, Schema schema, LogicalType type) {
      return orItself(value, () -> conversion.fromLong(value, schema, type));
    }

    @Override
    public Object fromCharSequence(CharSequence value, Schema schema, LogicalType type) {
      return orItself(value, () -> conversion.fromCharSequence(value, schema, type));
    }

    @Override
    public Object fromBytes(ByteBuffer value, Schema schema, LogicalType type) {
      return orItself(value, () -> conversion.fromBytes(value, schema, type));
    }

    @Override
    public Object fromFixed(GenericFixed value, Schema schema, LogicalType type) {
      return orItself(value, () -> conversion.fromFixed(value, schema, type));
    }

    private static Object orItself(Object value, Supplier<Object> converted) {
      try {
        return converted.get();
      } catch (RuntimeException e) {
        return value;
      }
    }
  }
}
