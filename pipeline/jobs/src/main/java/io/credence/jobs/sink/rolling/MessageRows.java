package io.credence.jobs.sink.rolling;

import static org.apache.parquet.schema.LogicalTypeAnnotation.stringType;
import static org.apache.parquet.schema.LogicalTypeAnnotation.timestampType;
import static org.apache.parquet.schema.PrimitiveType.PrimitiveTypeName.BINARY;
import static org.apache.parquet.schema.PrimitiveType.PrimitiveTypeName.INT32;
import static org.apache.parquet.schema.PrimitiveType.PrimitiveTypeName.INT64;

import io.credence.kafka.Message;
import java.util.Objects;
import org.apache.parquet.example.data.Group;
import org.apache.parquet.example.data.simple.SimpleGroup;
import org.apache.parquet.io.api.Binary;
import org.apache.parquet.schema.LogicalTypeAnnotation.TimeUnit;
import org.apache.parquet.schema.MessageType;
import org.apache.parquet.schema.Types;

/** Messages as rows: where they were read, and what they were, to the byte. */
final class MessageRows {

  /** What a scored message has is valid JSON, and so valid UTF-8. */
  static final MessageType SCHEMA =
      Types.buildMessage()
          .addField(Types.required(BINARY).as(stringType()).named("topic"))
          .addField(Types.required(INT32).named("partition"))
          .addField(Types.required(INT64).named("offset"))
          .addField(
              Types.optional(INT64).as(timestampType(true, TimeUnit.MILLIS)).named("timestamp"))
          .addField(Types.optional(BINARY).named("key"))
          .addField(Types.required(BINARY).as(stringType()).named("value"))
          .named("message");

  private MessageRows() {}

  static Group of(Message message) {
    Group row = new SimpleGroup(SCHEMA);
    row.add("topic", message.id().topic());
    row.add("partition", message.id().partition());
    row.add("offset", message.id().offset());
    if (message.timestamp() >= 0) {
      row.add("timestamp", message.timestamp());
    }
    byte[] key = message.key();
    if (key != null) {
      row.add("key", Binary.fromConstantByteArray(key));
    }
    byte[] value = Objects.requireNonNull(message.value(), "a tombstone has no score");
    row.add("value", Binary.fromConstantByteArray(value));
    return row;
  }
}
