package io.credence.messages.avro;

import java.util.List;
import org.apache.avro.Conversions;
import org.apache.avro.data.TimeConversions;
import org.apache.avro.generic.GenericData;

/** Avro's values as Java objects. */
final class AvroValues {

  /** Decimals as numbers; dates, times and UUIDs as objects whose text a person can read. */
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
        .forEach(data::addLogicalTypeConversion);
    return data;
  }
}
