package io.credence.messages.avro;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.credence.deadletter.DeadLetterCode;
import io.credence.deadletter.UnscorableException;
import io.credence.messages.Slopes;
import io.credence.score.Scored;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.Arrays;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import org.apache.avro.Schema;
import org.apache.avro.SchemaBuilder;
import org.apache.avro.generic.GenericData;
import org.apache.avro.generic.GenericRecord;
import org.apache.avro.generic.GenericRecordBuilder;
import org.jspecify.annotations.Nullable;

/**
 * A message keeps every field that it has, whatever its schema; of bytes that are no message, none
 * does anything but become a dead letter.
 */
class AvroPropertyTest {

  private static final Scored SCORED = Slopes.scored();

  /** A value and the type that it is written with. */
  record Typed(Schema type, @Nullable Object value) {}

  private static AvroMessageCodec message(Schema schema) {
    return AvroMessageCodecTest.codec(schema, Slopes.FIELDS);
  }

  private static GenericRecord record(Typed first, Typed second) {
    Schema schema =
        SchemaBuilder.record("Any")
            .fields()
            .name("first")
            .type(first.type())
            .noDefault()
            .name("second")
            .type(second.type())
            .noDefault()
            .endRecord();
    return new GenericRecordBuilder(schema)
        .set("first", first.value())
        .set("second", second.value())
        .build();
  }

  @Property(tries = 500, edgeCases = EdgeCasesMode.NONE)
  void everyFieldStays(@ForAll("values") Typed first, @ForAll("values") Typed second)
      throws Exception {
    GenericRecord record = record(first, second);
    byte[] bytes = Avro.bytes(record);
    AvroMessageCodec message = message(record.getSchema());
    message.read(bytes);
    byte[] written = message.with(SCORED);
    assertThat(Arrays.copyOf(written, bytes.length)).isEqualTo(bytes);
    GenericRecord enriched = Avro.record(message.enrichedSchema(), written, 0);
    GenericRecord plain = Avro.record(record.getSchema(), bytes, 0);
    assertThat(enriched.get("first")).isEqualTo(plain.get("first"));
    assertThat(enriched.get("second")).isEqualTo(plain.get("second"));
    assertThat(Avro.values(enriched, 2)).isEqualTo(Slopes.values(SCORED));
  }

  @Property(tries = 500, edgeCases = EdgeCasesMode.NONE)
  void aPartOfAMessageIsNone(
      @ForAll("values") Typed first, @ForAll @IntRange(max = 99) int percent) {
    GenericRecord record = record(first, new Typed(Schema.create(Schema.Type.LONG), 7L));
    byte[] bytes = Avro.bytes(record);
    byte[] part = Arrays.copyOf(bytes, bytes.length * percent / 100);
    assertThatExceptionOfType(UnscorableException.class)
        .isThrownBy(() -> message(record.getSchema()).read(part));
  }

  @Property(tries = 1_000, edgeCases = EdgeCasesMode.NONE)
  void anyBytes(@ForAll byte[] bytes) throws Exception {
    readOrRefuse(bytes);
  }

  @Property(tries = 3_000, edgeCases = EdgeCasesMode.NONE)
  void aMessageWithAnotherByte(@ForAll @IntRange(max = 10_000) int at, @ForAll byte value)
      throws Exception {
    byte[] bytes = Avro.bytes(AvroMessageCodecTest.record(1_000, "no uuid"));
    bytes[at % bytes.length] = value;
    readOrRefuse(bytes);
  }

  /** What is not refused is a record to Avro too, and to people. */
  private static void readOrRefuse(byte[] bytes) throws IOException {
    AvroMessageCodec message = message(AvroMessageCodecTest.ALL);
    try {
      message.read(bytes);
    } catch (UnscorableException e) {
      assertThat(e.code()).isEqualTo(DeadLetterCode.UNDECODABLE);
      return;
    }
    Avro.record(AvroMessageCodecTest.ALL, bytes, 0);
    new ObjectMapper().readTree(message.json());
  }

  @Provide
  Arbitrary<Typed> values() {
    return Arbitraries.recursive(this::single, this::nested, 0, 3);
  }

  private Arbitrary<Typed> single() {
    return Arbitraries.oneOf(
        Arbitraries.integers().map(value -> new Typed(Schema.create(Schema.Type.INT), value)),
        Arbitraries.longs().map(value -> new Typed(Schema.create(Schema.Type.LONG), value)),
        Arbitraries.doubles().map(value -> new Typed(Schema.create(Schema.Type.DOUBLE), value)),
        Arbitraries.strings()
            .withCharRange(' ', '\u2fff')
            .map(value -> new Typed(Schema.create(Schema.Type.STRING), value)),
        Arbitraries.bytes()
            .array(byte[].class)
            .map(value -> new Typed(Schema.create(Schema.Type.BYTES), ByteBuffer.wrap(value))),
        Arbitraries.of("A", "B").map(AvroPropertyTest::symbol),
        Arbitraries.of(new Typed(Schema.create(Schema.Type.NULL), null)));
  }

  private static Typed symbol(String symbol) {
    Schema type = SchemaBuilder.enumeration("Kind").symbols("A", "B");
    return new Typed(type, new GenericData.EnumSymbol(type, symbol));
  }

  private Arbitrary<Typed> nested(Arbitrary<Typed> inner) {
    return Arbitraries.oneOf(
        inner,
        inner.map(
            each ->
                new Typed(
                    Schema.createArray(each.type()), Arrays.asList(each.value(), each.value()))),
        inner.map(
            each ->
                each.type().isUnion() || each.type().getType() == Schema.Type.NULL
                    ? each
                    : new Typed(
                        Schema.createUnion(Schema.create(Schema.Type.NULL), each.type()),
                        each.value())));
  }
}
