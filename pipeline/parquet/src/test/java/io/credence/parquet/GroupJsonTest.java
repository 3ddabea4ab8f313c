package io.credence.parquet;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.io.StringWriter;
import org.apache.parquet.example.data.Group;
import org.apache.parquet.example.data.simple.SimpleGroup;
import org.apache.parquet.schema.MessageTypeParser;
import org.junit.jupiter.api.Test;

class GroupJsonTest {

  private static String json(Group row) throws IOException {
    StringWriter text = new StringWriter();
    try (JsonGenerator out = new JsonFactory().createGenerator(text)) {
      GroupJson.write(row, out);
    }
    return text.toString();
  }

  private static Group row(String fields) {
    return new SimpleGroup(MessageTypeParser.parseMessageType("message m { " + fields + " }"));
  }

  @Test
  void everyType() throws IOException {
    assertThat(json(AllTypes.rows(1).get(0)))
        .isEqualTo(
            """
            {"flag":true,"plain":0,"i8":0,"u8":200,"u32":4294967295,"u64":18446744073709551615,\
            "long":1099511627776,"single":0.0,"number":0.0,"half":1.0,\
            "d9":-123.45,"d18":1000.001,"d20":-0.0002,"dany":0.65536,\
            "date":"2022-01-08","tmillis":"01:02:03.004Z","tmicros":"00:00:00.000001",\
            "tnanos":"23:59:59.999999999","millis":"1969-12-31T23:59:59.999Z",\
            "micros":"2023-11-14T22:13:20.000001","nanos":"2023-11-14T22:13:20.000000001Z",\
            "old":"1970-01-02T00:00:00.000001","text":"größe 0","choice":"A",\
            "json":"{\\"a\\":0}","bson":"BQAAAAA=","bytes":"AP8A","fixed":"AQIA",\
            "uuid":"00000000-0000-0000-0000-000000000000",\
            "interval":{"months":1,"days":2,"millis":4294967295},\
            "bare":[0,1],"list":[0,null],"two":[0,8],"nested":[["deep"],null],\
            "map":{"a b":0.0,"none":null},"pairs":[[0,{"a":1}]],"struct":{"a":0,"b":{"c":"x"}}}""");
  }

  @Test
  void nothingIsNull() throws IOException {
    assertThat(json(AllTypes.rows(3).get(2)))
        .startsWith("{\"flag\":true,\"plain\":null,")
        .contains("\"bare\":[],\"list\":null,")
        .endsWith("\"struct\":null}");
  }

  @Test
  void numbersThatJsonLacksAreStrings() throws IOException {
    Group row = row("required double a; required double b; required double c; required float d;");
    row.append("a", Double.NaN).append("b", Double.POSITIVE_INFINITY);
    row.append("c", Double.NEGATIVE_INFINITY).append("d", Float.NaN);
    assertThat(json(row))
        .isEqualTo("{\"a\":\"NaN\",\"b\":\"Infinity\",\"c\":\"-Infinity\",\"d\":\"NaN\"}");
  }

  @Test
  void floatsAreNotWidened() throws IOException {
    Group row = row("required float f; required double d;").append("f", 0.1f).append("d", 1e300);
    assertThat(json(row)).isEqualTo("{\"f\":0.1,\"d\":1.0E300}");
  }

  @Test
  void aValueThatItsTypeForbidsIsGivenAsItLies() throws IOException {
    Group row = row("required int32 t (TIME(MILLIS,true)); required binary d (DECIMAL(9,2));");
    row.append("t", 90_000_000).append("d", "");
    assertThat(json(row)).isEqualTo("{\"t\":90000000,\"d\":\"\"}");
  }

  @Test
  void aMapWhoseKeysRepeatIsPairs() throws IOException {
    Group row =
        row(
            "optional group m (MAP) { repeated group key_value"
                + " { required binary key (STRING); optional int32 value; } }");
    Group map = row.addGroup("m");
    map.addGroup("key_value").append("key", "a").append("value", 1);
    map.addGroup("key_value").append("key", "a").append("value", 2);
    assertThat(json(row)).isEqualTo("{\"m\":[[\"a\",1],[\"a\",2]]}");
  }

  @Test
  void listsOfOlderWriters() throws IOException {
    Group row =
        row(
            "optional group a (LIST) { repeated group array { optional int32 x; } }"
                + " optional group b (LIST) { repeated group bag { optional int32 array_element; } }");
    row.addGroup("a").addGroup("array").append("x", 1);
    row.addGroup("b").addGroup("bag").append("array_element", 2);
    assertThat(json(row)).isEqualTo("{\"a\":[{\"x\":1}],\"b\":[2]}");
  }
}
