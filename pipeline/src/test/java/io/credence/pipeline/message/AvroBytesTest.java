package io.credence.pipeline.message;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatNoException;

import io.credence.deadletter.DeadLetterCode;
import io.credence.deadletter.UnscorableException;
import java.util.Arrays;
import java.util.HexFormat;
import org.apache.avro.Schema;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Bytes that are no record are found out before anything believes them. */
class AvroBytesTest {

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
      })
  void isARecord(String type, String hex) {
    assertThatNoException()
        .isThrownBy(() -> AvroBytes.requireRecord(record(type), HexFormat.of().parseHex(hex), 0));
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
      })
  void isNoRecord(String type, String hex, String reason) {
    assertThatExceptionOfType(UnscorableException.class)
        .isThrownBy(() -> AvroBytes.requireRecord(record(type), HexFormat.of().parseHex(hex), 0))
        .satisfies(e -> assertThat(e.code()).isEqualTo(DeadLetterCode.UNDECODABLE))
        .withMessageContaining("record of R")
        .withMessageContaining(reason);
  }

  @Test
  void aListThatLinksToItsRest() {
    Schema list = record("[\"null\", \"R\"]");
    byte[] bytes = new byte[10_000];
    Arrays.fill(bytes, (byte) 2);
    bytes[bytes.length - 1] = 0;
    assertThatExceptionOfType(UnscorableException.class)
        .isThrownBy(() -> AvroBytes.requireRecord(list, bytes, 0))
        .withMessageContaining("more than 500 levels deep");
    assertThatNoException().isThrownBy(() -> AvroBytes.requireRecord(list, bytes, 9_800));
  }
}
