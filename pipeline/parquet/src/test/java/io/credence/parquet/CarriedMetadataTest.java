package io.credence.parquet;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.google.flatbuffers.FlatBufferBuilder;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.IntStream;
import org.apache.arrow.flatbuf.Bool;
import org.apache.arrow.flatbuf.Duration;
import org.apache.arrow.flatbuf.Field;
import org.apache.arrow.flatbuf.Message;
import org.apache.arrow.flatbuf.MessageHeader;
import org.apache.arrow.flatbuf.MetadataVersion;
import org.apache.arrow.flatbuf.Schema;
import org.apache.arrow.flatbuf.TimeUnit;
import org.apache.arrow.flatbuf.Type;
import org.apache.parquet.schema.MessageType;
import org.apache.parquet.schema.MessageTypeParser;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CarriedMetadataTest {

  private static final MessageType FILE =
      MessageTypeParser.parseMessageType(
          "message m { optional double z; optional binary shop (STRING); }");

  private static final MessageType OUTPUT =
      MessageTypeParser.parseMessageType(
          """
          message m {
            optional double z;
            optional binary shop (STRING);
            optional int64 quarter;
            required double y_pred;
            required group density (LIST) { repeated group list { required double element; } }
            required binary model_name (STRING);
          }
          """);

  private static final String COLUMNS =
      """
      "columns": [
        {"name": "z", "field_name": "z", "pandas_type": "float64", "numpy_type": "float64",
         "metadata": null},
        {"name": "shop", "field_name": "shop", "pandas_type": "categorical", "numpy_type": "int8",
         "metadata": {"num_categories": 2, "ordered": false}},
        {"name": "gone", "field_name": "gone", "pandas_type": "int64", "numpy_type": "int64",
         "metadata": null}]
      """;

  private static final String LABELS =
      """
      "column_indexes": [{"name": null, "field_name": null, "pandas_type": "unicode",
                          "numpy_type": "str", "metadata": {"encoding": "UTF-8"}}]
      """;

  private static CarriedMetadata carried(Map<String, String> entries) {
    return CarriedMetadata.of(entries, FILE, OUTPUT);
  }

  private static CarriedMetadata pandas(String index, String labels) {
    String entry = "{\"index_columns\": [%s], %s, %s}".formatted(index, labels, COLUMNS);
    return carried(Map.of("pandas", entry));
  }

  private static JsonNode entry(CarriedMetadata carried, String key) throws Exception {
    return new JsonMapper().readTree(carried.entries().get(key));
  }

  /** What pandas calls a category may be nested, where another tool wrote the entry or the file. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "optional group n { optional double a; } | object",
        "optional group n { optional group a { optional double b; } } | object",
        "repeated group n { optional binary a (STRING); } | object",
        "optional group n (MAP) { repeated group key_value { required binary key; optional int32 value; } } | object",
        "optional group n (LIST) { repeated double array; } | object",
        "optional group n (LIST) { repeated group list { optional group element { optional int32 x; } } } | object",
        "optional group n (LIST) { repeated group list { optional int32 element; } } | list[int64]",
        "optional group n (LIST) { repeated group list { optional binary element (STRING); } } | list[unicode]",
      })
  void nestedColumns(String column, String type) throws Exception {
    MessageType file = MessageTypeParser.parseMessageType("message m { %s }".formatted(column));
    String entry =
        "{\"index_columns\": [], \"columns\": [{\"name\": \"n\", \"pandas_type\": \"categorical\"}]}";
    CarriedMetadata carried = CarriedMetadata.of(Map.of("pandas", entry), file, file);
    assertThat(entry(carried, "pandas").at("/columns/0/pandas_type").asText()).isEqualTo(type);
  }

  @Test
  void anEntryWithoutAValueIsNone() {
    Map<String, String> entries = new HashMap<>();
    entries.put("pandas", null);
    entries.put("ARROW:schema", null);
    entries.put("mine", "kept");
    assertThat(CarriedMetadata.of(entries, FILE, OUTPUT).entries())
        .containsExactly(Map.entry("mine", "kept"));
  }

  @Test
  void aCountedIndexIsLeftOutWithALine() throws Exception {
    CarriedMetadata carried =
        pandas(
            "{\"kind\": \"range\", \"name\": \"order_id\", \"start\": 200, \"stop\": 203, \"step\": 1}",
            LABELS);
    assertThat(entry(carried, "pandas").get("index_columns")).isEmpty();
    assertThat(carried.leftOut())
        .containsExactly(
            "the row labels of pandas named \"order_id\", which the input counts and does not"
                + " store; reset_index() before to_parquet() makes them a column");
  }

  @Test
  void whoeverNumbersRowsFromZeroMissesNothing() throws Exception {
    CarriedMetadata carried =
        pandas("{\"kind\": \"range\", \"name\": null, \"start\": 0, \"step\": 1}", LABELS);
    assertThat(entry(carried, "pandas").get("index_columns")).isEmpty();
    assertThat(carried.leftOut()).isEmpty();
  }

  @Test
  void aStoredIndexIsKept() throws Exception {
    CarriedMetadata carried = pandas("\"shop\"", LABELS);
    assertThat(entry(carried, "pandas").get("index_columns")).hasToString("[\"shop\"]");
    assertThat(carried.leftOut()).isEmpty();
  }

  @Test
  void columnsAreThoseOfTheOutput() throws Exception {
    assertThat(entry(pandas("", LABELS), "pandas").get("columns"))
        .extracting(
            column -> column.get("name").asText() + " " + column.get("pandas_type").asText())
        .containsExactly(
            "z float64",
            "shop unicode",
            "quarter int64",
            "y_pred float64",
            "density list[float64]",
            "model_name unicode");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"name\": null, \"pandas_type\": \"int64\", \"numpy_type\": \"int64\"}",
        "{\"name\": \"a\", \"pandas_type\": \"unicode\"}, {\"name\": \"b\", \"pandas_type\": \"unicode\"}"
      })
  void columnLabelsBecomeTexts(String levels) throws Exception {
    CarriedMetadata carried = pandas("", "\"column_indexes\": [" + levels + "]");
    JsonNode labels = entry(carried, "pandas").get("column_indexes");
    assertThat(labels).hasSize(1);
    assertThat(labels.get(0).get("pandas_type").asText()).isEqualTo("unicode");
    assertThat(carried.leftOut()).hasSize(1);
  }

  @Test
  void textLabelsStay() throws Exception {
    assertThat(entry(pandas("", LABELS), "pandas").get("column_indexes").get(0).get("numpy_type"))
        .hasToString("\"str\"");
  }

  @Test
  void geometriesKeepAllButTheBoundingBoxOfAllRows() throws Exception {
    CarriedMetadata carried =
        carried(
            Map.of(
                "geo",
                "{\"version\": \"1.1.0\", \"columns\": {\"z\": {\"encoding\": \"WKB\", \"bbox\": [0, 0, 1, 1]}}}"));
    assertThat(carried.entries())
        .containsExactly(
            Map.entry("geo", "{\"version\":\"1.1.0\",\"columns\":{\"z\":{\"encoding\":\"WKB\"}}}"));
    assertThat(carried.leftOut()).isEmpty();
  }

  @Test
  void otherEntriesAreCarriedAsTheyAre() {
    Map<String, String> own = Map.of("unit", "minutes", "org.apache.spark.legacyDateTime", "");
    assertThat(carried(own).entries()).isEqualTo(own);
  }

  @Test
  void schemasOfToolsAreLeftOutWithALine() {
    CarriedMetadata carried =
        carried(Map.of("org.apache.spark.sql.parquet.row.metadata", "{}", "credence.seed", "1"));
    assertThat(carried.entries()).isEmpty();
    assertThat(carried.leftOut())
        .containsExactly(
            "the footer's 'org.apache.spark.sql.parquet.row.metadata', which describes the input's"
                + " columns alone");
  }

  @ParameterizedTest
  @ValueSource(strings = {"pandas", "geo", "ARROW:schema"})
  void whatCannotBeUnderstoodIsLeftOutWithALine(String key) {
    for (String nonsense :
        List.of("", "x", "[]", "////", "/////wAAAAAAAAAA", "//////////////////8=")) {
      CarriedMetadata carried = carried(Map.of(key, nonsense));
      assertThat(carried.entries()).isEmpty();
      assertThat(carried.leftOut())
          .containsExactly("the footer's '" + key + "', which can't be understood");
    }
  }

  @Test
  void arrowsFieldsStayAndOthersCome() {
    CarriedMetadata carried = carried(Map.of("ARROW:schema", arrow("z", "shop")));
    Schema schema = schema(carried.entries().get("ARROW:schema"));
    assertThat(IntStream.range(0, schema.fieldsLength()).mapToObj(schema::fields))
        .extracting(
            field -> field.name() + " " + Type.name(field.typeType()) + " " + field.nullable())
        .containsExactly(
            "z Duration true",
            "shop Bool true",
            "quarter Int true",
            "y_pred FloatingPoint false",
            "density List false",
            "model_name Utf8 false");
    assertThat(((Duration) schema.fields(0).type(new Duration())).unit())
        .isEqualTo(TimeUnit.MICROSECOND);
    assertThat(schema.fields(4).children(0).typeType()).isEqualTo(Type.FloatingPoint);
  }

  @ParameterizedTest
  @ValueSource(strings = {"shop,z", "z", "z,shop,more"})
  void arrowsSchemaOfOtherFieldsIsLeftOut(String names) {
    assertThat(carried(Map.of("ARROW:schema", arrow(names.split(",")))).entries()).isEmpty();
  }

  /** Arrow believes its own entry more than the file, and would read nulls. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          optional binary shop (STRING); | Utf8
          optional double shop; | FloatingPoint
          optional group shop (LIST) { repeated group list { optional int64 element; } } | List
          optional int32 shop (DATE); |
          optional group shop { optional int64 a; } |
          """)
  void aFieldThatGotATypeGetsItHereToo(String typed, @Nullable String type) {
    MessageType file =
        MessageTypeParser.parseMessageType(
            "message m { optional double z; optional int32 shop (UNKNOWN); }");
    MessageType output =
        MessageTypeParser.parseMessageType("message m { optional double z; " + typed + " }");
    CarriedMetadata carried =
        CarriedMetadata.of(Map.of("ARROW:schema", arrow("z", "shop")), file, output);
    String entry = carried.entries().get("ARROW:schema");
    if (type == null) {
      assertThat(entry).isNull();
    } else {
      assertThat(Type.name(schema(entry).fields(0).typeType())).isEqualTo("Duration");
      assertThat(Type.name(schema(entry).fields(1).typeType())).isEqualTo(type);
    }
  }

  /** With it, pandas finds the categories that it names. */
  @Test
  void categoriesStayWhereArrowKnowsThem() throws Exception {
    CarriedMetadata carried =
        carried(Map.of("ARROW:schema", arrow("z", "shop"), "pandas", "{" + COLUMNS + "}"));
    assertThat(entry(carried, "pandas").at("/columns/1/pandas_type").asText())
        .isEqualTo("categorical");
  }

  /** A schema whose first field is a duration, which Parquet has no type for. */
  private static String arrow(String... names) {
    FlatBufferBuilder out = new FlatBufferBuilder();
    int[] fields = new int[names.length];
    for (int i = 0; i < names.length; i++) {
      int name = out.createString(names[i]);
      int children = Field.createChildrenVector(out, new int[0]);
      int type = i == 0 ? Duration.createDuration(out, TimeUnit.MICROSECOND) : bool(out);
      fields[i] =
          Field.createField(
              out, name, true, i == 0 ? Type.Duration : Type.Bool, type, 0, children, 0);
    }
    int schema = Schema.createSchema(out, (short) 0, Schema.createFieldsVector(out, fields), 0, 0);
    out.finish(Message.createMessage(out, MetadataVersion.V5, MessageHeader.Schema, schema, 0, 0));
    byte[] message = out.sizedByteArray();
    ByteBuffer bytes = ByteBuffer.allocate(8 + message.length).order(ByteOrder.LITTLE_ENDIAN);
    bytes.putInt(-1).putInt(message.length).put(message);
    return Base64.getEncoder().encodeToString(bytes.array());
  }

  private static int bool(FlatBufferBuilder out) {
    Bool.startBool(out);
    return Bool.endBool(out);
  }

  private static Schema schema(@Nullable String entry) {
    ByteBuffer bytes =
        ByteBuffer.wrap(Base64.getDecoder().decode(Objects.requireNonNull(entry)))
            .order(ByteOrder.LITTLE_ENDIAN);
    assertThat(bytes.getInt(0)).isEqualTo(-1);
    assertThat(bytes.getInt(4)).isEqualTo(bytes.capacity() - 8);
    ByteBuffer message = bytes.slice(8, bytes.getInt(4)).order(ByteOrder.LITTLE_ENDIAN);
    return (Schema) Message.getRootAsMessage(message).header(new Schema());
  }
}
