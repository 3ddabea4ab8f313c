package io.credence.parquet;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.Stream;
import org.apache.parquet.schema.MessageType;
import org.apache.parquet.schema.MessageTypeParser;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SchemaUnionTest {

  private static final String NULL = "optional int32 a (UNKNOWN);";
  private static final String LIST_OF_NULLS =
      "optional group a (LIST) { repeated group list { optional int32 element (UNKNOWN); } }";

  private static MessageType schema(String fields) {
    return MessageTypeParser.parseMessageType("message m { required double x; " + fields + " }");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          optional int32 a (UNKNOWN);  | optional binary a (STRING); | optional binary a (STRING);
          optional int32 a (UNKNOWN);  | required binary a (STRING); | optional binary a (STRING);
          optional int32 a (UNKNOWN);  | optional int64 a (TIMESTAMP(MICROS,true)); | optional int64 a (TIMESTAMP(MICROS,true));
          optional int32 a (UNKNOWN);  | required fixed_len_byte_array(12) a (INTERVAL); | optional fixed_len_byte_array(12) a (INTERVAL);
          optional int32 a (UNKNOWN);  | required group a { required int32 b; } | optional group a { required int32 b; }
          optional int32 a (UNKNOWN);  | optional group a (LIST) { repeated group list { optional int32 element; } } | optional group a (LIST) { repeated group list { optional int32 element; } }
          optional group a (LIST) { repeated group list { optional int32 element (UNKNOWN); } } | optional group a (LIST) { repeated group list { required binary element (STRING); } } | optional group a (LIST) { repeated group list { optional binary element (STRING); } }
          required group a { optional int32 b (UNKNOWN); optional int64 c; } | required group a { optional int64 b; optional int32 c (UNKNOWN); } | required group a { optional int64 b; optional int64 c; }
          optional int32 a (UNKNOWN);  | optional binary a (UNKNOWN); | optional binary a (UNKNOWN);
          """)
  void theTypeIsThatOfTheFileThatKnows(String one, String other, String all) {
    SchemaUnion union = SchemaUnion.of(List.of(schema(one), schema(other)));
    assertThat(union.schema()).isEqualTo(schema(all));
    assertThat(Stream.of(one, other)).allMatch(fields -> union.fits(schema(fields)));
    assertThat(SchemaUnion.fit(schema(one), schema(other))).isTrue();

    SchemaUnion reverse = SchemaUnion.of(List.of(schema(other), schema(one)));
    assertThat(Stream.of(one, other)).allMatch(fields -> reverse.fits(schema(fields)));
    assertThat(SchemaUnion.fit(schema(other), schema(one))).isTrue();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          optional int32 a;              | optional binary a (STRING);
          optional int32 a;              | required int32 a;
          optional int32 a (UNKNOWN);    | repeated int32 a;
          optional int32 a (UNKNOWN);    | optional int32 a = 2;
          optional int32 a (UNKNOWN);    | optional int32 b;
          optional int32 a (UNKNOWN);    | optional int32 a; optional int32 b;
          required int32 a (UNKNOWN);    | optional binary a (STRING);
          optional group a { optional int32 b (UNKNOWN); } | optional group a { optional int32 c; }
          optional group a { optional int32 b (UNKNOWN); } | required group a { optional int32 b; }
          optional group a { optional int32 b (UNKNOWN); } | optional int32 a
          """)
  void anyOtherDifferenceStaysOne(String one, String other) {
    String last = other.endsWith("a") ? other + ";" : other;
    for (List<String> both : List.of(List.of(one, last), List.of(last, one))) {
      SchemaUnion union = SchemaUnion.of(both.stream().map(SchemaUnionTest::schema).toList());
      assertThat(both).anyMatch(fields -> !union.fits(schema(fields)));
      assertThat(SchemaUnion.fit(schema(both.get(0)), schema(both.get(1)))).isFalse();
    }
  }

  @Test
  void theOrderOfFilesBearsOnNothing() {
    String list =
        "optional group a (LIST) { repeated group list { required binary element (STRING); } }";
    for (String odd : List.of("optional binary a (STRING);", "optional int32 a;")) {
      List<String> three = List.of(NULL, LIST_OF_NULLS, list, odd);
      for (int i = 0; i < three.size(); i++) {
        List<String> turned = new ArrayList<>(three);
        Collections.rotate(turned, i);
        SchemaUnion union = SchemaUnion.of(turned.stream().map(SchemaUnionTest::schema).toList());
        assertThat(turned).anyMatch(fields -> !union.fits(schema(fields)));
      }
    }
    List<String> fitting = new ArrayList<>(List.of(NULL, LIST_OF_NULLS, list));
    for (int i = 0; i < fitting.size(); i++) {
      Collections.rotate(fitting, 1);
      SchemaUnion union = SchemaUnion.of(fitting.stream().map(SchemaUnionTest::schema).toList());
      assertThat(fitting).allMatch(fields -> union.fits(schema(fields)));
      assertThat(union.schema())
          .isEqualTo(schema(list.replace("required binary", "optional binary")));
    }
  }
}
