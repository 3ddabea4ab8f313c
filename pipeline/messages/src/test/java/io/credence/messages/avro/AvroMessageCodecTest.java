package io.credence.messages.avro;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.within;

import io.credence.deadletter.UnscorableException;
import io.credence.messages.Slopes;
import io.credence.messages.schema.SchemaFile;
import io.credence.model.Feature;
import io.credence.model.FeatureType;
import io.credence.model.TimeScale;
import io.credence.score.Scored;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.apache.avro.Schema;
import org.apache.avro.generic.GenericData;
import org.apache.avro.generic.GenericRecord;
import org.apache.avro.generic.GenericRecordBuilder;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Values of every type, as a model, a person and a writer of records see them. */
class AvroMessageCodecTest {

  static final Schema ALL =
      new Schema.Parser()
          .parse(
              """
              {"type": "record", "name": "All", "fields": [
                {"name": "decimal", "type": ["null", {"type": "bytes", "logicalType": "decimal",
                  "precision": 9, "scale": 2}]},
                {"name": "fixed", "type": {"type": "fixed", "name": "F", "size": 2,
                  "logicalType": "decimal", "precision": 4, "scale": 1}},
                {"name": "kind", "type": {"type": "enum", "name": "K", "symbols": ["A", "B"]}},
                {"name": "date", "type": {"type": "int", "logicalType": "date"}},
                {"name": "time", "type": {"type": "int", "logicalType": "time-millis"}},
                {"name": "at", "type": {"type": "long", "logicalType": "timestamp-micros"}},
                {"name": "id", "type": {"type": "string", "logicalType": "uuid"}},
                {"name": "real", "type": "float"},
                {"name": "truth", "type": "boolean"},
                {"name": "raw", "type": "bytes"},
                {"name": "inner", "type": ["null", {"type": "record", "name": "I", "fields": [
                  {"name": "tags", "type": {"type": "map", "values": "string"}}]}]}]}
              """);

  private static final String ID = "123e4567-e89b-12d3-a456-426614174000";

  private final List<String> names = ALL.getFields().stream().map(Schema.Field::name).toList();
  private final AvroMessageCodec message = codec(ALL, names);

  /** Reads bare records of a schema, and writes such. */
  static AvroMessageCodec codec(Schema schema, List<String> fields) {
    return new AvroMessageCodec(
        new OneSchema(new KnownSchema(schema, Slopes.COLUMNS)),
        fields,
        Slopes.COLUMNS,
        new BareOutput(new SchemaFile("unused.avsc")).open(Slopes.COLUMNS, Slopes.NONE));
  }

  static GenericRecord record(int millis, String id) {
    Schema inner = ALL.getField("inner").schema().getTypes().get(1);
    return new GenericRecordBuilder(ALL)
        .set("decimal", ByteBuffer.wrap(BigInteger.valueOf(1250).toByteArray()))
        .set("fixed", new GenericData.Fixed(ALL.getField("fixed").schema(), new byte[] {0, 15}))
        .set("kind", new GenericData.EnumSymbol(ALL.getField("kind").schema(), "B"))
        .set("date", 1)
        .set("time", millis)
        .set("at", 1_500_000L)
        .set("id", id)
        .set("real", 0.5f)
        .set("truth", true)
        .set("raw", ByteBuffer.wrap(new byte[] {1, 2}))
        .set("inner", new GenericRecordBuilder(inner).set("tags", Map.of("a", "b")).build())
        .build();
  }

  private @Nullable Object value(String name) {
    return message.value(names.indexOf(name));
  }

  @Test
  void asAModelSeesThem() throws Exception {
    message.read(Avro.bytes(record(1_000, ID)));
    assertThat(value("decimal")).isEqualTo(new BigDecimal("12.50"));
    assertThat(value("fixed")).isEqualTo(new BigDecimal("1.5"));
    assertThat(value("kind")).isEqualTo("B");
    assertThat(value("real")).isEqualTo(0.5f);
    assertThat(value("truth")).isEqualTo(true);
    assertThat(value("date")).hasToString("1970-01-02");
  }

  @ParameterizedTest
  @CsvSource({
    "date, int, 19003, d, 19003",
    "timestamp-millis, long, -4, ms, -4",
    "timestamp-micros, long, 1700000000000004, s, 1700000000.000004",
    "local-timestamp-millis, long, 86400000, d, 1",
    "local-timestamp-micros, long, 3600000000, h, 1",
  })
  void datesAndTimesAreTimestampFeatures(
      String logical, String type, long stored, String unit, double expected) throws Exception {
    Schema schema =
        new Schema.Parser()
            .parse(
                """
                {"type": "record", "name": "R", "fields": [
                  {"name": "t", "type": {"type": "%s", "logicalType": "%s"}}]}
                """
                    .formatted(type, logical));
    Object value = type.equals("int") ? (Object) (int) stored : (Object) stored;
    AvroMessageCodec times = codec(schema, List.of("t"));
    times.read(Avro.bytes(new GenericRecordBuilder(schema).set("t", value).build()));
    Feature feature =
        Feature.named("t", FeatureType.TIMESTAMP).time(new TimeScale(unit, Instant.EPOCH)).build();
    assertThat(feature.number(Objects.requireNonNull(times.value(0))))
        .isCloseTo(expected, within(1e-12 * Math.max(1, expected)));
  }

  @Test
  void asAPersonSeesThem() throws Exception {
    message.read(Avro.bytes(record(1_000, ID)));
    assertThat(new String(message.json(), UTF_8))
        .isEqualTo(
            "{\"decimal\":12.50,\"fixed\":1.5,\"kind\":\"B\",\"date\":\"1970-01-02\","
                + "\"time\":\"00:00:01\",\"at\":\"1970-01-01T00:00:01.500Z\",\"id\":\""
                + ID
                + "\",\"real\":0.5,\"truth\":true,\"raw\":\"AQI=\","
                + "\"inner\":{\"tags\":{\"a\":\"b\"}}}");
  }

  @Test
  void whatALogicalTypeDoesNotAllowIsGivenAsItIs() throws Exception {
    message.read(Avro.bytes(record(25 * 3_600_000, "no uuid")));
    assertThat(value("time")).isEqualTo(25 * 3_600_000);
    assertThat(value("id")).hasToString("no uuid");
  }

  @Test
  void asAWriterOfRecordsSeesThem() throws Exception {
    GenericRecord record = record(25 * 3_600_000, "no uuid");
    Scored scored = Slopes.scored();
    message.read(Avro.bytes(record));
    byte[] written = message.with(scored);
    GenericRecord enriched = Avro.record(message.enrichedSchema(), written, 0);
    assertThat(enriched.get("decimal")).isEqualTo(record.get("decimal"));
    assertThat(enriched.get("time")).isEqualTo(record.get("time"));
    assertThat(Avro.values(enriched, names.size())).isEqualTo(Slopes.values(scored));
    assertThat(Avro.bytes(enriched)).isEqualTo(written);
  }

  @Test
  void aFieldThatIsAbsentOrNullIsNull() throws Exception {
    AvroMessageCodec other = codec(Slopes.SCHEMA, List.of("x", "no"));
    other.read(
        Avro.bytes(
            new GenericRecordBuilder(Slopes.SCHEMA)
                .set("note", "")
                .set("x", null)
                .set("category", null)
                .build()));
    assertThat(other.value(0)).isNull();
    assertThat(other.value(1)).isNull();
  }

  private static AvroMessageCodec of(String type) {
    Schema schema =
        new Schema.Parser()
            .parse(
                "{\"type\":\"record\",\"name\":\"R\",\"fields\":[{\"name\":\"f\",\"type\":%s}]}"
                    .formatted(type));
    return codec(schema, List.of("f"));
  }

  /** Two bytes that would be a text of 1.5 GB. */
  @Test
  void aDecimalOfAnyScale() throws Exception {
    AvroMessageCodec huge =
        of(
            "{\"type\":\"bytes\",\"logicalType\":\"decimal\",\"precision\":2000000000,\"scale\":1500000000}");
    huge.read(new byte[] {2, 7});
    assertThat(huge.value(0)).isEqualTo(new BigDecimal("7E-1500000000"));
    assertThat(new String(huge.json(), UTF_8)).isEqualTo("{\"f\":7E-1500000000}");
    byte[] many = new byte[900_003];
    Arrays.fill(many, (byte) 0x55);
    System.arraycopy(new byte[] {(byte) 0xc0, (byte) 0xee, 0x6d}, 0, many, 0, 3);
    assertThatExceptionOfType(UnscorableException.class)
        .isThrownBy(() -> huge.read(many))
        .withMessageContaining("holds a decimal of more than 1000 digits at byte 3");
  }

  /** JSON would keep the last one alone. */
  @Test
  void aMapWithOneKeyTwice() throws Exception {
    AvroMessageCodec map = of("{\"type\":\"map\",\"values\":\"int\"}");
    map.read(new byte[] {4, 2, 'a', 2, 2, 'b', 4, 0});
    assertThatExceptionOfType(UnscorableException.class)
        .isThrownBy(() -> map.read(new byte[] {4, 2, 'a', 2, 2, 'a', 4, 0}))
        .withMessage("must be an Avro record of R, but a map has the key 'a' twice");
  }
}
