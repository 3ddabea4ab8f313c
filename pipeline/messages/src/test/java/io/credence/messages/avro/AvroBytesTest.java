package io.credence.messages.avro;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatNoException;

import io.credence.deadletter.DeadLetterCode;
import io.credence.deadletter.UnscorableException;
import io.credence.messages.Utf8Check;
import java.util.Arrays;
import java.util.HexFormat;
import org.apache.avro.Schema;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Bytes that are no record are found out before anything believes them. */
class AvroBytesTest {

  private static final Utf8Check UTF8 = new Utf8Check();

  private static Schema record(String type) {
    return new Schema.Parser()
        .parse(
            "{\"type\": \"record\", \"name\": \"R\", \"fields\": [{\"name\": \"f\", \"type\": %s}]}"
                .formatted(type));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      value = {
        "~\"string\"~                                | 06616263       ",
        "~\"boolean\"~                               | 01             ",
        "~\"null\"~                                  | ~~             ",
        "~\"long\"~                                  | ffffffffffffffffff01",
        "~[\"null\", \"int\"]~                       | 0202           ",
        "~{\"type\":\"array\",\"items\":\"int\"}~    | 04020400       ",
        "~{\"type\":\"array\",\"items\":\"int\"}~    | 0304020400     ",
        "~{\"type\":\"map\",\"values\":\"int\"}~     | 0202610600     ",
        "~{\"type\":\"array\",\"items\":\"null\"}~   | 0600           ",
        "~\"string\"~                                | 0af09f98803e  ",
        "~{\"type\":\"bytes\",\"logicalType\":\"decimal\",\"precision\":2}~ | 0200 ",
        "~{\"type\":\"bytes\",\"logicalType\":\"decimal\",\"precision\":2}~ | 029d ",
        "~{\"type\":\"bytes\",\"logicalType\":\"decimal\",\"precision\":2}~ | 0affffffff9d ",
      })
  void isARecord(String type, String hex) {
    assertThatNoException()
        .isThrownBy(
            () -> AvroBytes.requireRecord(record(type), HexFormat.of().parseHex(hex), 0, UTF8));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      value = {
        "~\"string\"~                              | 066162               | ends too early",
        "~\"string\"~                              | feffffff0f           | ends too early",
        "~\"bytes\"~                               | 01                   | negative length",
        "~\"int\"~                                 | ffffffffff01         | more than 5 bytes",
        "~\"long\"~                                | ff                   | ends too early",
        "~\"double\"~                              | 00000000000000       | ends too early",
        "~\"boolean\"~                             | 02                   | neither true nor false",
        "~\"null\"~                                | 00                   | more follows it at byte 0",
        "~[\"null\", \"int\"]~                     | 04                   | no branch of a union with",
        "~[\"null\", \"int\"]~                     | 01                   | no branch of a union with",
        "~{\"type\":\"enum\",\"name\":\"E\",\"symbols\":[\"A\"]}~ | 02    | no symbol of E with",
        "~{\"type\":\"fixed\",\"name\":\"F\",\"size\":3}~ | 0000         | ends too early",
        "~{\"type\":\"array\",\"items\":\"int\"}~  | feffffffffffffffff01 | ends too early",
        "~{\"type\":\"array\",\"items\":\"null\"}~ | feffffffffffffffff01 | without content",
        "~{\"type\":\"array\",\"items\":\"int\"}~  | 0380020200           | impossible size",
        "~{\"type\":\"map\",\"values\":\"null\"}~  | 0206                 | ends too early",
        "~{\"type\":\"map\",\"values\":\"int\"}~   | 0202ff0600           | a text that is not UTF-8 at byte 2",
        "~\"string\"~                              | 0461c3               | not UTF-8 at byte 2",
        "~\"string\"~                              | 04c080               | not UTF-8 at byte 1",
        "~\"string\"~                              | 06eda080             | not UTF-8 at byte 1",
        "~\"string\"~                              | 08f4908080           | not UTF-8 at byte 1",
        "~{\"type\":\"bytes\",\"logicalType\":\"decimal\",\"precision\":2}~ | 0264 | more than 2 digits at byte 1",
        "~{\"type\":\"bytes\",\"logicalType\":\"decimal\",\"precision\":2}~ | 029c | more than 2 digits",
        "~{\"type\":\"bytes\",\"logicalType\":\"decimal\",\"precision\":2}~ | 00 | without digits",
        "~{\"type\":\"fixed\",\"name\":\"F\",\"size\":2,\"logicalType\":\"decimal\",\"precision\":4}~ | 7fff | more than 4",
      })
  void isNoRecord(String type, String hex, String reason) {
    assertThatExceptionOfType(UnscorableException.class)
        .isThrownBy(
            () -> AvroBytes.requireRecord(record(type), HexFormat.of().parseHex(hex), 0, UTF8))
        .satisfies(e -> assertThat(e.code()).isEqualTo(DeadLetterCode.UNDECODABLE))
        .withMessageContaining("record of R")
        .withMessageContaining(reason);
  }

  /** Each null has its branch as content, and each record its number. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "[\"null\", \"double\"]",
        "{\"type\":\"record\",\"name\":\"I\",\"fields\":[{\"name\":\"n\",\"type\":\"null\"},{\"name\":\"i\",\"type\":\"int\"}]}"
      })
  void manyNullsWithContent(String item) {
    Schema list = record("{\"type\":\"array\",\"items\":%s}".formatted(item));
    byte[] bytes = new byte[20_004];
    // The number 20,000 in front, and no items more behind them.
    System.arraycopy(HexFormat.of().parseHex("c0b802"), 0, bytes, 0, 3);
    assertThatNoException().isThrownBy(() -> AvroBytes.requireRecord(list, bytes, 0, UTF8));
  }

  @Test
  void aListThatLinksToItsRest() {
    Schema list = record("[\"null\", \"R\"]");
    byte[] bytes = new byte[10_000];
    Arrays.fill(bytes, (byte) 2);
    bytes[bytes.length - 1] = 0;
    assertThatExceptionOfType(UnscorableException.class)
        .isThrownBy(() -> AvroBytes.requireRecord(list, bytes, 0, UTF8))
        .withMessageContaining("more than 500 levels deep");
    assertThatNoException().isThrownBy(() -> AvroBytes.requireRecord(list, bytes, 9_800, UTF8));
  }
}
