package io.credence.beam;

import io.credence.deadletter.DeadLetterCode;
import io.credence.record.AvroRecords;
import io.credence.schemas.AvroSchemas;
import java.nio.ByteBuffer;
import org.apache.avro.Schema;
import org.apache.avro.generic.GenericData;
import org.apache.avro.generic.GenericRecord;
import org.jspecify.annotations.Nullable;

/** The coder of {@link DeadLetter}s. */
public final class DeadLetterCoder extends AvroSchemaCoder<DeadLetter> {

  private static final long serialVersionUID = 1;

  private static final DeadLetterCoder INSTANCE = new DeadLetterCoder();

  private DeadLetterCoder() {
    super(AvroSchemas.DEAD_LETTER);
  }

  public static DeadLetterCoder of() {
    return INSTANCE;
  }

  @Override
  GenericRecord toRecord(DeadLetter letter) {
    GenericRecord record = new GenericData.Record(schema());
    record.put("code", letter.code().name());
    record.put("message", letter.message());
    record.put("feature", letter.feature());
    RecordSource source = letter.source();
    record.put("source", source == null ? null : toRecord(source));
    record.put("record", letter.record());
    RawBytes raw = letter.raw();
    record.put("raw", raw == null ? null : ByteBuffer.wrap(raw.toByteArray()));
    record.put("model_name", letter.modelName());
    record.put("model_version", letter.modelVersion());
    record.put("model_digest", letter.modelDigest());
    return record;
  }

  private GenericRecord toRecord(RecordSource source) {
    Schema schema = schema().getField("source").schema().getTypes().get(1);
    GenericRecord record = new GenericData.Record(schema);
    record.put("file", source.file());
    record.put("row", source.row());
    record.put("topic", source.topic());
    record.put("partition", source.partition());
    record.put("offset", source.offset());
    record.put("timestamp", source.timestamp());
    return record;
  }

  @Override
  DeadLetter fromRecord(GenericRecord record) {
    GenericRecord source = (GenericRecord) record.get("source");
    return new DeadLetter(
        DeadLetterCode.valueOf(record.get("code").toString()),
        record.get("message").toString(),
        text(record.get("feature")),
        source == null ? null : source(source),
        text(record.get("record")),
        raw((ByteBuffer) record.get("raw")),
        record.get("model_name").toString(),
        record.get("model_version").toString(),
        record.get("model_digest").toString());
  }

  private static RecordSource source(GenericRecord record) {
    return new RecordSource(
        text(record.get("file")),
        (Long) record.get("row"),
        text(record.get("topic")),
        (Integer) record.get("partition"),
        (Long) record.get("offset"),
        (Long) record.get("timestamp"));
  }

  private static @Nullable RawBytes raw(@Nullable ByteBuffer bytes) {
    return bytes == null ? null : RawBytes.copyOf(AvroRecords.bytes(bytes));
  }

  private static @Nullable String text(@Nullable Object value) {
    return value == null ? null : value.toString();
  }
}
