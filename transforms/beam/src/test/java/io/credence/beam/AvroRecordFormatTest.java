package io.credence.beam;

import static org.assertj.core.api.Assertions.assertThat;

import io.credence.predict.FieldReader;
import java.util.List;
import org.apache.avro.Schema;
import org.apache.avro.SchemaBuilder;
import org.apache.avro.generic.GenericData;
import org.apache.avro.generic.GenericRecord;
import org.apache.avro.generic.GenericRecordBuilder;
import org.junit.jupiter.api.Test;

/** Fields of Avro's records, as a model wants them. */
class AvroRecordFormatTest {

  @Test
  void aSymbolIsAText() {
    Schema kinds = SchemaBuilder.enumeration("Kind").symbols("A", "B");
    Schema schema =
        SchemaBuilder.record("R")
            .fields()
            .name("kind")
            .type(kinds)
            .noDefault()
            .optionalInt("x")
            .endRecord();
    GenericRecord record =
        new GenericRecordBuilder(schema)
            .set("kind", new GenericData.EnumSymbol(kinds, "B"))
            .set("x", null)
            .build();
    FieldReader<GenericRecord> reader = RecordFormat.avro().reader(List.of("kind", "x", "absent"));
    assertThat(reader.read(record, 0)).isEqualTo("B");
    assertThat(reader.read(record, 1)).isNull();
    assertThat(reader.read(record, 2)).isNull();
  }
}
