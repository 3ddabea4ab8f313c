package io.credence.beam;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.credence.deadletter.DeadLetterCode;
import io.credence.deadletter.UnscorableException;
import java.io.StringWriter;
import java.nio.ByteBuffer;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Map;
import java.util.TreeMap;
import org.apache.avro.LogicalTypes;
import org.apache.avro.Schema;
import org.apache.avro.SchemaBuilder;
import org.apache.avro.generic.GenericData;
import org.apache.avro.generic.GenericRecord;
import org.apache.avro.util.Utf8;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What a dead letter says. */
class DeadLetterTest {

  private final ModelRef model = Slopes.model();

  private DeadLetter letter(@Nullable RecordSource source) {
    UnscorableException reason =
        new UnscorableException(DeadLetterCode.OUT_OF_RANGE, "too \"small\"\n", "x");
    return DeadLetter.of(reason, model, source, RecordFormat.avro(), Slopes.row(7, -1.5, null));
  }

  private static JsonNode json(DeadLetter letter) throws Exception {
    StringWriter text = new StringWriter();
    try (JsonGenerator out = new JsonFactory().createGenerator(text)) {
      letter.writeJson(out);
    }
    assertThat(text.toString()).doesNotContain("\n");
    return new ObjectMapper().readTree(text.toString());
  }

  @Test
  void saysWhatWhyAndWhere() throws Exception {
    JsonNode json = json(letter(RecordSource.row("a.parquet", 12)));
    assertThat(json.get("code").textValue()).isEqualTo("OUT_OF_RANGE");
    assertThat(json.get("message").textValue()).isEqualTo("too \"small\"\n");
    assertThat(json.get("feature").textValue()).isEqualTo("x");
    assertThat(json.get("source")).hasToString("{\"file\":\"a.parquet\",\"row\":12}");
    assertThat(json.get("model_name").textValue()).isEqualTo("category-slopes");
    assertThat(json.get("model_version").textValue()).isEqualTo("1.0.0");
    assertThat(json.get("model_digest").textValue()).matches("[0-9a-f]{64}");
  }

  @Test
  void carriesTheRecord() throws Exception {
    assertThat(json(letter(null)).get("record"))
        .hasToString("{\"id\":7,\"x\":-1.5,\"category\":null}");
  }

  @Test
  void carriesARecordWithNotANumber() throws Exception {
    UnscorableException reason = new UnscorableException(DeadLetterCode.NOT_FINITE, "", "x");
    DeadLetter letter =
        DeadLetter.of(reason, model, null, RecordFormat.avro(), Slopes.row(7, Double.NaN, 1));
    assertThat(json(letter).get("record")).hasToString("{\"id\":7,\"x\":\"NaN\",\"category\":1}");
  }

  @Test
  void carriesWhatCouldNotBeDecoded() throws Exception {
    RawBytes raw = RawBytes.copyOf(new byte[] {0, -1, 10});
    DeadLetter letter =
        new DeadLetter(
            DeadLetterCode.UNDECODABLE, "no JSON", null, null, null, raw, "m", "1", "ab");
    assertThat(json(letter).get("raw").binaryValue()).containsExactly(0, -1, 10);
    assertThat(json(letter).get("record").isNull()).isTrue();
    assertThat(json(letter(null)).has("raw")).isFalse();
  }

  @Test
  void carriesValuesOfEveryKind() throws Exception {
    Schema text = Schema.create(Schema.Type.STRING);
    Schema date = LogicalTypes.date().addToSchema(Schema.create(Schema.Type.INT));
    Schema kinds = SchemaBuilder.enumeration("Kind").symbols("A", "B");
    Schema pair = SchemaBuilder.fixed("Pair").size(2);
    Schema schema =
        SchemaBuilder.record("Everything")
            .fields()
            .name("day")
            .type(date)
            .noDefault()
            .name("days")
            .type(Schema.createArray(Schema.createUnion(Schema.create(Schema.Type.NULL), date)))
            .noDefault()
            .name("bytes")
            .type(Schema.create(Schema.Type.BYTES))
            .noDefault()
            .name("fixed")
            .type(pair)
            .noDefault()
            .name("kind")
            .type(kinds)
            .noDefault()
            .name("ratios")
            .type(Schema.createMap(Schema.create(Schema.Type.FLOAT)))
            .noDefault()
            .name("text")
            .type(text)
            .noDefault()
            .endRecord();
    GenericRecord record = new GenericData.Record(schema);
    record.put("day", LocalDate.of(2026, 7, 1));
    record.put("days", Arrays.asList(null, LocalDate.of(2026, 7, 2)));
    record.put("bytes", ByteBuffer.wrap(new byte[] {9, 0, -1}, 1, 2));
    record.put("fixed", new GenericData.Fixed(pair, new byte[] {1, 2}));
    record.put("kind", new GenericData.EnumSymbol(kinds, "B"));
    record.put("ratios", new TreeMap<>(Map.of("a", 0.5f, "b", Float.NEGATIVE_INFINITY)));
    record.put("text", new Utf8("\"é\n"));
    UnscorableException reason = new UnscorableException(DeadLetterCode.WRONG_TYPE, "", "day");
    DeadLetter letter = DeadLetter.of(reason, model, null, RecordFormat.avro(), record);
    assertThat(json(letter).get("record"))
        .hasToString(
            "{\"day\":\"2026-07-01\",\"days\":[null,\"2026-07-02\"],\"bytes\":\"AP8=\","
                + "\"fixed\":\"AQI=\",\"kind\":\"B\",\"ratios\":{\"a\":0.5,\"b\":\"-Infinity\"},"
                + "\"text\":\"\\\"é\\n\"}");
  }

  @Test
  void saysWhichMessageOfATopic() throws Exception {
    assertThat(json(letter(new RecordSource(null, null, "flights", 3, 4L, 5L))).get("source"))
        .hasToString("{\"topic\":\"flights\",\"partition\":3,\"offset\":4,\"timestamp\":5}");
  }
}
